"""Something could not be carried over into another notation, or out of one.

Notations differ in what they can say: Argdown has no strength of an argument, a framework has no
text. Comments of a map are not carried over either. What is left out is said once for each kind of
thing, with the first places, and the work goes on. Look whether what you wanted to say is still
said; keep the map in argmap’s own format where nothing may be lost.

What is left out may change what stands. So what is written is read again, and the claims are named
that have another verdict there: “a claim has another verdict when read from AIF (falls → is
undecided): [queue]”.

For example, “Argdown has no strength: dropped from 3 arguments”.
"""
