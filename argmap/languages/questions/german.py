"""The critical questions in German."""

QUESTIONS = """
# expert-opinion
expertise: Kennt sich die Quelle auf dem Gebiet wirklich aus, über Titel und Ruhm hinaus?
field: Betrifft die Behauptung genau das Gebiet, auf dem sich die Quelle auskennt?
statement: Hat die Quelle das wirklich gesagt und so gemeint?
trustworthiness: Kann man der Quelle hier eine ehrliche Antwort zutrauen?
agreement: Urteilen andere Fachleute des Gebiets ebenso?
evidence: Beruht das Urteil der Fachleute auf Belegen?
# position-to-know
position: Konnte die Quelle wirklich herausfinden, wovon sie spricht?
statement: Ist richtig wiedergegeben, was die Quelle gesagt hat?
honesty: Sagt die Quelle, was sie glaubt?
agreement: Sagen andere, die es wissen könnten, dasselbe?
# witness-testimony
presence: Konnte der Zeuge von seinem Platz aus genug sehen oder hören?
impartiality: Hat der Zeuge keinen Grund, die Wahrheit zu färben?
statement: Ist richtig wiedergegeben, was der Zeuge gesagt hat?
coherence: Stimmt der Bericht durchgehend mit sich selbst überein?
plausibility: Passt der Bericht zu dem, was sonst bekannt ist?
agreement: Sagen die anderen Zeugen dasselbe?
# popular-opinion
evidence: Gibt es Belege, etwa eine Umfrage, wer die Behauptung annimmt?
insight: Können diese Menschen so etwas beurteilen?
independence: Sind sie selbst darauf gekommen, statt einander zu folgen?
dissent: Wurden die gehört, die anderer Meinung sind?
# popular-practice
evidence: Ist der Brauch wirklich so verbreitet?
reasons: Steckt mehr hinter dem Brauch als Gewohnheit oder Druck?
likeness: Gleicht der vorliegende Fall denen der vielen?
harm: Ist der Brauch frei von Schaden, den man übersieht?
# perception
appearance: Ist das Wahrgenommene ohne das berichtet, was nur gefolgert wurde?
faculty: Taugen die Sinne des Beobachters dafür?
conditions: Reichten Licht, Entfernung, Zeit und Ruhe aus?
illusion: Ist es unwahrscheinlich, dass etwas nur so aussah?
# memory
recollection: Ist es erinnert, statt erzählt, geraten oder eingebildet?
retention: Erinnert man sich nach dieser Zeit gewöhnlich noch an so etwas?
interference: Ist die Erinnerung frei von späterem Gerede und von Wünschen geblieben?
record: Wird es durch Notizen, Bilder oder andere Menschen bestätigt?
# commitment
evidence: Zeigen Worte oder Taten, wofür die Person steht?
currency: Steht die Person noch dafür?
extension: Gehört das eine wirklich zum anderen?
exception: Gleicht der vorliegende Fall denen, an die die Person gedacht hat?
# inconsistent-commitment
first: Hat die Person den ersten Standpunkt wirklich eingenommen?
second: Zeigen die anderen Worte oder Taten, was sie zeigen sollen?
conflict: Schließen sich die beiden Standpunkte wirklich aus?
change: Ist ausgeschlossen, dass die Person ihre Meinung offen geändert hat?
# ethos
evidence: Ist der gute Charakter aus Taten bekannt?
statement: Sagt der Sprecher das wirklich?
relevance: Geht es um eine Sache, bei der Charakter zählt?
knowledge: Weiß der Sprecher auch über die Sache Bescheid?
# bias
evidence: Gibt es Belege für die Neigung oder das Interesse?
influence: Hat die andere Seite tatsächlich zu wenig Raum bekommen?
impartiality: Ist in diesem Gespräch Unparteilichkeit geboten?
dependence: Hängt die Sache am Wort des Sprechers und nicht an offenen Gründen?
# ad-hominem
evidence: Ist der Vorwurf gegen den Charakter gut begründet?
argument: Argumentiert der Sprecher wirklich so, wie es kritisiert wird?
relevance: Spielt dieser Zug für die Streitfrage eine Rolle?
dependence: Beruht das Argument auf dem Wort des Sprechers und nicht auf offenen Gründen?
# circumstantial-ad-hominem
advice: Betrifft der Rat auch den Sprecher?
conduct: Hat der Sprecher wirklich so gehandelt?
conflict: Widersprechen sich Rat und Verhalten wirklich?
excuse: Fehlt dem Sprecher ein guter Grund, anders zu handeln?
dependence: Hängt der Rat von dem Beispiel ab, das der Sprecher gibt?
# cause-to-effect
link: Besteht der allgemeine Zusammenhang von Ursache und Wirkung wirklich?
cause: Liegt die Ursache in diesem Fall wirklich vor?
strength: Ist die Ursache hier stark genug, um das zu bewirken?
interference: Ist dieser Fall frei von allem, was die Wirkung verhindern würde?
# effect-to-cause
effect: Ist die Wirkung wirklich eingetreten?
link: Ist dies die übliche Ursache solcher Wirkungen?
other-causes: Ist es unwahrscheinlich, dass diesmal eine andere Ursache am Werk war?
traces: Hat die vermutete Ursache auch ihre anderen Spuren hinterlassen?
# best-explanation
facts: Sind die Tatsachen so, wie sie beschrieben werden?
explanation: Würde die Hypothese, wenn sie wahr ist, alle Tatsachen erklären?
comparison: Leistet sie mehr als jede ihrer Rivalinnen?
rivals: Wurde weit genug nach Rivalinnen gesucht?
plausibility: Ist die Hypothese auch abgesehen von diesen Tatsachen wahrscheinlich?
time: Ist es besser, jetzt zu entscheiden, als weitere Tatsachen zu suchen?
# correlation-to-cause
chance: Gibt es genug Fälle, um einen Zufall auszuschließen?
direction: Ist ausgeschlossen, dass das zweite das erste bewirkt?
common-cause: Ist ausgeschlossen, dass ein Drittes beides bewirkt?
mechanism: Ist bekannt, wie das eine das andere bewirken könnte?
range: Besteht der Zusammenhang auch unter anderen Bedingungen?
# sign
sign: Liegt das Anzeichen wirklich vor?
connection: Treten beide oft genug zusammen auf, um sich darauf zu verlassen?
other-origin: Ist es unwahrscheinlich, dass das Anzeichen von etwas anderem kommt?
counter-signs: Fehlen Anzeichen für das Gegenteil?
# verification
prediction: Folgt die Vorhersage wirklich aus der Hypothese?
observation: Wurde es zuverlässig beobachtet?
specificity: Wäre es überraschend gewesen, wenn die Hypothese falsch wäre?
failures: Wurden auch Vorhersagen gezählt, die nicht eintrafen?
# falsification
prediction: Folgt die Vorhersage wirklich aus der Hypothese?
observation: Wäre es bemerkt worden, wenn es da gewesen wäre?
assumptions: Liegt der Fehler bei der Hypothese und nicht bei einer anderen Annahme?
# analogy
base: Ist die Behauptung im ersten Fall wahr?
likeness: Sind sich die beiden Fälle so ähnlich, wie gesagt wird?
relevance: Gleichen sie sich in dem, wovon die Behauptung abhängt?
differences: Fehlen Unterschiede, auf die es ankäme?
counter-analogy: Zeigen andere Fälle, die ebenso ähnlich sind, dasselbe?
# example
case: Ist die Behauptung im genannten Fall wirklich wahr?
typical: Ist der Fall typisch für seine Art?
number: Gibt es genug Fälle für eine so allgemeine Behauptung?
counter-examples: Wurde nach Gegenbeispielen gesucht?
circumstances: Ist das Ergebnis frei von dem, was an diesem Fall besonders war?
# statistical-generalisation
measurement: Wurde die Eigenschaft auf verlässliche Weise gezählt?
selection: Hatten alle Teile der Grundgesamtheit eine faire Chance, gezogen zu werden?
size: Ist die Stichprobe groß genug für die behauptete Genauigkeit?
change: Ist die Grundgesamtheit noch so wie zur Zeit der Stichprobe?
# statistical-syllogism
generalisation: Trifft es auf die meisten Dinge dieser Art zu?
case: Gehört dieses Ding zu der Art?
exception: Ist dieses Ding, soweit man weiß, ein gewöhnliches?
narrower-kind: Gilt es auch für die engeren Arten, zu denen es gehört?
# ignorance
silence: Stimmt es, dass nichts dergleichen bekannt ist?
search: Hat man gründlich genug gesucht, um es zu finden?
visibility: Würde es Spuren hinterlassen, wenn es wahr wäre?
burden: Müssen die, die es behaupten, zeigen, dass es wahr ist?
# alternatives
completeness: Sind das alle Möglichkeiten, die es gibt?
elimination: Ist jede der anderen wirklich ausgeschlossen?
survivor: Steht die übrige Möglichkeit besser da als die ausgeschlossenen?
# verbal-classification
feature: Hat das Ding wirklich das Merkmal?
usage: Wird das Wort für alles mit diesem Merkmal gebraucht?
borderline: Ist es ein klarer Fall und keiner in einer Grauzone?
loading: Ist das Wort frei von einem Urteil, das so eingeschmuggelt würde?
# definition
definition: Ist das die Bedeutung des Wortes?
fit: Erfüllt das Ding jede Bedingung?
rivals: Ist die Definition besser als solche, die zu etwas anderem führen?
purpose: Wurde die Definition für Fragen wie diese gemacht?
# gradualism
start: Trifft es auf den ersten Fall ohne Zweifel zu?
steps: Sind alle Schritte so klein, wie gesagt wird?
sum: Bleiben die kleinen Unterschiede unwichtig, wenn sie sich summieren?
line: Wäre jede Grenze auf dem Weg willkürlich?
# composition
parts: Haben es alle Teile, oder die, auf die es ankommt?
transfer: Geht eine solche Eigenschaft von Teilen auf Ganze über?
arrangement: Übersteht sie die Art, wie die Teile zusammengefügt sind?
# division
whole: Hat das Ganze die Eigenschaft wirklich?
transfer: Geht eine solche Eigenschaft von Ganzen auf Teile über?
share: Ist dieser Teil in dieser Hinsicht wie das Ganze?
# established-rule
rule: Gibt es eine solche Regel, und gilt sie?
case: Erfasst die Regel diesen Fall?
conflict: Geht sie anderen Regeln für solche Fälle vor?
exception: Ist der Fall frei von allem, was von der Regel entbinden würde?
purpose: Dient es dem Zweck der Regel, ihr hier zu folgen?
# exception
rule: Ist dies die Regel, um die es geht?
special: Ist der Fall wirklich auf diese Weise besonders?
recognition: Ist dies als Grund für Ausnahmen anerkannt?
spread: Würde die Regel überleben, wenn alle solchen Fälle ausgenommen würden?
# precedent
decision: Wurde der frühere Fall so entschieden, und aus diesem Grund?
likeness: Gleicht der vorliegende Fall dem früheren?
differences: Sind die Unterschiede zu klein, um anders zu entscheiden?
authority: Zählt die frühere Entscheidung für die, die entscheiden?
rightness: War die frühere Entscheidung richtig?
# practical-reasoning
goal: Hat der Handelnde dieses Ziel, und ist es ein gutes?
means: Würde die Handlung dem Ziel näherbringen?
feasibility: Kann der Handelnde die Handlung ausführen?
alternatives: Ist sie mindestens so gut wie andere Wege zum Ziel?
side-effects: Sind die Nebenwirkungen erträglich?
other-goals: Lässt die Handlung wichtigere Ziele des Handelnden unberührt?
# value-based-practical-reasoning
circumstances: Sind die Umstände so, wie sie beschrieben werden?
effect: Würde die Handlung das Ziel erreichen?
value: Würde das Ziel, einmal erreicht, dem Wert dienen?
alternatives: Dient sie dem Wert mindestens so gut wie andere Wege?
other-values: Lässt sie wichtigere Werte unberührt?
# values
esteem: Teilt der Handelnde den Wert?
service: Dient das Ziel oder die Handlung dem Wert wirklich?
conflict: Behauptet sich der Wert neben den anderen, die auf dem Spiel stehen?
measure: Zählt der Wert in diesem Fall so viel wie sonst?
# positive-consequences
likelihood: Werden die Folgen eintreten, soweit man das sagen kann?
goodness: Sind die Folgen für die Betroffenen gut?
evidence: Gibt es Belege aus Fällen, in denen es getan wurde?
costs: Ist das Gute größer als der Schaden, der damit kommt?
alternatives: Kostet es weniger als andere Wege zum selben Gut?
# negative-consequences
likelihood: Werden die Folgen eintreten, soweit man das sagen kann?
badness: Sind die Folgen insgesamt schlecht?
evidence: Gibt es Belege aus Fällen, in denen es getan wurde?
benefits: Ist der Schaden größer als das Gute, das damit kommt?
prevention: Träfe der Schaden auch die, die sich vorsehen?
# slippery-slope
first-step: Ist dies der Schritt, der vorgeschlagen wird?
chain: Führt jeder Schritt wirklich zum nächsten?
outcome: Wäre das Ende so schlimm?
stopping: Ist es unmöglich, unterwegs anzuhalten?
benefit: Ist die Gefahr größer als der Nutzen des ersten Schritts?
# waste
investment: Wurde wirklich so viel aufgewendet?
loss: Wäre alles verloren, ohne Nutzen an anderer Stelle?
success: Gibt es eine echte Aussicht auf Erfolg?
worth: Ist der Erfolg wert, was noch aufzuwenden ist, vom Vergangenen abgesehen?
alternatives: Ist dies die beste Verwendung für das, was noch aufzuwenden ist?
# sacrifice
sacrifice: Wurde wirklich so viel aufgegeben, und dafür?
judgement: Konnte, wer es gab, sagen, was die Sache wert ist?
measure: Geben Menschen für solche Dinge mehr, je mehr sie wert sind?
freedom: Wurde es freiwillig gegeben, ohne Druck oder Täuschung?
value: Zeigt die Sache ihren Wert auch auf andere Weise?
# need-for-help
need: Ist die Person wirklich in Not?
ability: Würde die Handlung wirklich helfen?
cost: Sind die Kosten für den Handelnden erträglich?
duty: Gehört der Handelnde zu denen, die am nächsten sind oder am besten helfen können?
# threat
announcement: Hat der Sprecher das wirklich angekündigt?
power: Kann und will der Sprecher es wahr machen?
harm: Würde der Schaden überwiegen, was das Nachgeben kostet?
relevance: Geht es darum, was klug ist, und nicht darum, was wahr oder richtig ist?
protection: Ist Nachgeben der einzige Weg, sicher zu sein?
# fear
likelihood: Ist die Gefahr wirklich und nicht nur erschreckend?
severity: Wäre es so schrecklich, wie es ausgemalt wird?
remedy: Würde die Handlung die Gefahr fernhalten?
alternatives: Ist es der mildeste Weg, sicher zu sein?
proportion: Steht der Aufwand der Handlung im Verhältnis?
"""
