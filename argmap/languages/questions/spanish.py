"""The critical questions in Spanish."""

QUESTIONS = """
# expert-opinion
expertise: ¿Conoce la fuente de verdad el campo, más allá de un título o de la fama?
field: ¿Pertenece la afirmación justo al campo que la fuente conoce?
statement: ¿Dijo la fuente de verdad esto, y en este sentido?
trustworthiness: ¿Se puede esperar de la fuente una respuesta honesta aquí?
agreement: ¿Juzgan igual otros expertos del campo?
evidence: ¿Se apoya el juicio del experto en pruebas?
# position-to-know
position: ¿Podía la fuente averiguar de verdad aquello de lo que habla?
statement: ¿Se cuenta fielmente lo que dijo la fuente?
honesty: ¿Dice la fuente lo que cree?
agreement: ¿Dicen lo mismo otros que podrían saberlo?
# witness-testimony
presence: ¿Podía el testigo ver u oír lo bastante desde donde estaba?
impartiality: ¿Está el testigo libre de razones para alterar la verdad?
statement: ¿Se cuenta fielmente lo que dijo el testigo?
coherence: ¿Es el relato coherente de principio a fin?
plausibility: ¿Encaja el relato con lo demás que se sabe?
agreement: ¿Dicen lo mismo los demás testigos?
# popular-opinion
evidence: ¿Hay pruebas, como una encuesta, de quién acepta la afirmación?
insight: ¿Son estas personas capaces de juzgar asuntos así?
independence: ¿Llegaron a ello por sí mismas, sin copiarse unas a otras?
dissent: ¿Se ha escuchado a quienes no están de acuerdo?
# popular-practice
evidence: ¿Es la práctica de verdad tan común?
reasons: ¿Hay tras la práctica algo más que costumbre o presión?
likeness: ¿Se parece el caso presente a los de la mayoría?
harm: ¿Está la práctica libre de un daño que se pasa por alto?
# perception
appearance: ¿Se cuenta lo que apareció sin lo que solo se dedujo?
faculty: ¿Sirven bien para esto los sentidos del observador?
conditions: ¿Bastaban la luz, la distancia, el tiempo y la calma?
illusion: ¿Es improbable que algo solo pareciera esto?
# memory
recollection: ¿Es un recuerdo, y no algo contado, supuesto o imaginado?
retention: ¿Se suele recordar algo así después de este tiempo?
interference: ¿Ha quedado el recuerdo libre de lo hablado y deseado después?
record: ¿Lo confirman notas, imágenes u otras personas?
# commitment
evidence: ¿Muestran palabras o actos lo que la persona defiende?
currency: ¿Lo defiende la persona todavía?
extension: ¿Va lo uno de verdad con lo otro?
exception: ¿Es el caso presente como los que la persona tenía en mente?
# inconsistent-commitment
first: ¿Tomó la persona de verdad la primera posición?
second: ¿Muestran las otras palabras o actos lo que deberían?
conflict: ¿Se excluyen de verdad las dos posiciones?
change: ¿Está excluido que la persona cambiara abiertamente de opinión?
# ethos
evidence: ¿Se conoce el buen carácter por los actos?
statement: ¿Lo dice de verdad el hablante?
relevance: ¿Es un asunto en el que cuenta el carácter?
knowledge: ¿Conoce el hablante también el asunto?
# bias
evidence: ¿Hay pruebas de la inclinación o del interés?
influence: ¿Ha recibido de hecho la otra parte demasiado poco espacio?
impartiality: ¿Se pide imparcialidad en este debate?
dependence: ¿Se apoya el punto en la palabra del hablante, y no en razones abiertas?
# ad-hominem
evidence: ¿Está bien fundado el reproche al carácter?
argument: ¿Argumenta el hablante de verdad como se le critica?
relevance: ¿Importa este rasgo para la cuestión que se discute?
dependence: ¿Se apoya el argumento en la palabra del hablante, y no en razones abiertas?
# circumstantial-ad-hominem
advice: ¿Atañe el consejo también al hablante?
conduct: ¿Actuó el hablante de verdad así?
conflict: ¿Chocan de verdad el consejo y la conducta?
excuse: ¿Carece el hablante de una buena razón para actuar de otro modo?
dependence: ¿Depende el consejo del ejemplo que da el hablante?
# cause-to-effect
link: ¿Es real la conexión general de causa y efecto?
cause: ¿Se da de verdad la causa en este caso?
strength: ¿Es aquí la causa lo bastante fuerte para producirlo?
interference: ¿Está este caso libre de todo lo que impediría el efecto?
# effect-to-cause
effect: ¿Se produjo de verdad el efecto?
link: ¿Es esta la causa habitual de tales efectos?
other-causes: ¿Es improbable que esta vez actuara otra causa?
traces: ¿Ha dejado la supuesta causa también sus otras huellas?
# best-explanation
facts: ¿Son los hechos como se describen?
explanation: ¿Explicaría la hipótesis, si fuera cierta, todos los hechos?
comparison: ¿Lo hace mejor que cada una de sus rivales?
rivals: ¿Se han buscado rivales con bastante amplitud?
plausibility: ¿Es probable la hipótesis aparte de estos hechos?
time: ¿Es mejor decidir ahora que buscar más hechos?
# correlation-to-cause
chance: ¿Hay casos suficientes para excluir la casualidad?
direction: ¿Está excluido que lo segundo produzca lo primero?
common-cause: ¿Está excluido que una tercera cosa produzca ambas?
mechanism: ¿Se sabe cómo lo uno podría producir lo otro?
range: ¿Se mantiene la conexión también en otras condiciones?
# sign
sign: ¿Está de verdad presente la señal?
connection: ¿Van juntas las dos cosas lo bastante a menudo para fiarse de ello?
other-origin: ¿Es improbable que la señal venga de otra cosa?
counter-signs: ¿Faltan señales de lo contrario?
# verification
prediction: ¿Se sigue de verdad la predicción de la hipótesis?
observation: ¿Se observó de manera fiable?
specificity: ¿Habría sido sorprendente si la hipótesis fuera falsa?
failures: ¿Se han contado también las predicciones que fallaron?
# falsification
prediction: ¿Se sigue de verdad la predicción de la hipótesis?
observation: ¿Se habría notado, de haber estado ahí?
assumptions: ¿Está el fallo en la hipótesis, y no en otro supuesto?
# analogy
base: ¿Es cierta la afirmación en el primer caso?
likeness: ¿Se parecen los dos casos tanto como se dice?
relevance: ¿Se parecen en aquello de lo que depende la afirmación?
differences: ¿Faltan diferencias que importarían?
counter-analogy: ¿Muestran lo mismo otros casos igual de parecidos?
# example
case: ¿Es de verdad cierta la afirmación en el caso citado?
typical: ¿Es el caso típico de su clase?
number: ¿Hay casos suficientes para una afirmación tan general?
counter-examples: ¿Se han buscado casos contrarios?
circumstances: ¿Es el resultado ajeno a lo que el caso tenía de especial?
# statistical-generalisation
measurement: ¿Se contó la propiedad de manera sólida?
selection: ¿Tuvieron todas las partes de la población una oportunidad justa de salir elegidas?
size: ¿Es la muestra lo bastante grande para la precisión que se afirma?
change: ¿Es la población todavía como era cuando se tomó la muestra?
# statistical-syllogism
generalisation: ¿Es cierto de la mayoría de las cosas de esta clase?
case: ¿Pertenece esta cosa a la clase?
exception: ¿Es esta cosa, hasta donde se sabe, una corriente?
narrower-kind: ¿Vale también para las clases más estrechas a las que pertenece?
# ignorance
silence: ¿Es cierto que no se sabe nada semejante?
search: ¿Se ha buscado lo bastante para haberlo encontrado?
visibility: ¿Dejaría huellas, si fuera cierto?
burden: ¿Toca a quienes lo afirman mostrar que es cierto?
# alternatives
completeness: ¿Son estas todas las posibilidades que hay?
elimination: ¿Está de verdad descartada cada una de las otras?
survivor: ¿Sale mejor parada la posibilidad que queda que las descartadas?
# verbal-classification
feature: ¿Tiene la cosa de verdad el rasgo?
usage: ¿Se usa la palabra para todo lo que tiene este rasgo?
borderline: ¿Es un caso claro, y no uno dudoso?
loading: ¿Está la palabra libre de un juicio que se colaría con ella?
# definition
definition: ¿Es esto lo que significa la palabra?
fit: ¿Cumple la cosa cada condición?
rivals: ¿Es mejor esta definición que las que llevan a otra parte?
purpose: ¿Se hizo la definición para preguntas como esta?
# gradualism
start: ¿Vale sin duda para el primer caso?
steps: ¿Son todos los pasos tan pequeños como se dice?
sum: ¿Siguen sin importar las pequeñas diferencias cuando se suman?
line: ¿Sería arbitrario todo límite en el camino?
# composition
parts: ¿La tienen todas las partes, o las que cuentan?
transfer: ¿Pasa tal propiedad de las partes al todo?
arrangement: ¿Resiste la manera en que se unen las partes?
# division
whole: ¿Tiene el todo de verdad la propiedad?
transfer: ¿Pasa tal propiedad del todo a las partes?
share: ¿Es esta parte como el todo en este aspecto?
# established-rule
rule: ¿Existe tal regla, y está en vigor?
case: ¿Abarca la regla este caso?
conflict: ¿Va antes que otras reglas para casos así?
exception: ¿Está el caso libre de lo que eximiría de la regla?
purpose: ¿Sirve al propósito de la regla seguirla aquí?
# exception
rule: ¿Es esta la regla de la que se trata?
special: ¿Es el caso de verdad especial en este sentido?
recognition: ¿Se reconoce esto como motivo de excepción?
spread: ¿Sobreviviría la regla si se exceptuaran todos los casos así?
# precedent
decision: ¿Se decidió así el caso anterior, y por esta razón?
likeness: ¿Se parece el caso presente al anterior?
differences: ¿Son las diferencias demasiado pequeñas para decidir otra cosa?
authority: ¿Cuenta la decisión anterior para quienes deciden?
rightness: ¿Fue correcta la decisión anterior?
# practical-reasoning
goal: ¿Tiene el agente este fin, y vale la pena?
means: ¿Acercaría la acción al fin?
feasibility: ¿Puede el agente llevar a cabo la acción?
alternatives: ¿Es al menos tan buena como otras vías hacia el fin?
side-effects: ¿Son soportables los efectos secundarios?
other-goals: ¿Deja la acción intactos los fines más importantes del agente?
# value-based-practical-reasoning
circumstances: ¿Son las circunstancias como se describen?
effect: ¿Alcanzaría la acción el fin?
value: ¿Serviría el fin, una vez alcanzado, al valor?
alternatives: ¿Sirve al valor al menos tan bien como otras vías?
other-values: ¿Deja intactos valores más importantes?
# values
esteem: ¿Comparte el agente el valor?
service: ¿Sirve de verdad el fin o la acción al valor?
conflict: ¿Se sostiene el valor junto a los otros que están en juego?
measure: ¿Cuenta el valor en este caso tanto como en otros?
# positive-consequences
likelihood: ¿Se producirán las consecuencias, hasta donde se puede decir?
goodness: ¿Son las consecuencias buenas para los afectados?
evidence: ¿Hay pruebas de casos en que se hizo?
costs: ¿Es el bien mayor que el daño que trae consigo?
alternatives: ¿Cuesta menos que otras vías hacia el mismo bien?
# negative-consequences
likelihood: ¿Se producirán las consecuencias, hasta donde se puede decir?
badness: ¿Son malas las consecuencias, en conjunto?
evidence: ¿Hay pruebas de casos en que se hizo?
benefits: ¿Es el daño mayor que el bien que trae consigo?
prevention: ¿Alcanzaría el daño también a quienes toman precauciones?
# slippery-slope
first-step: ¿Es este el paso que se propone?
chain: ¿Lleva de verdad cada paso al siguiente?
outcome: ¿Sería tan malo el final?
stopping: ¿Es imposible detenerse en algún punto del camino?
benefit: ¿Es el peligro mayor que el bien del primer paso?
# waste
investment: ¿Se ha invertido de verdad tanto?
loss: ¿Se perdería todo, sin nada útil en otra parte?
success: ¿Hay una posibilidad real de éxito?
worth: ¿Vale el éxito lo que queda por gastar, olvidando lo pasado?
alternatives: ¿Es este el mejor uso de lo que queda por gastar?
# sacrifice
sacrifice: ¿Se renunció de verdad a tanto, y por esto?
judgement: ¿Podía quien lo dio decir lo que vale la cosa?
measure: ¿Se da más por tales cosas cuanto más valen?
freedom: ¿Se dio libremente, sin presión ni engaño?
value: ¿Muestra la cosa su valor también de otras maneras?
# need-for-help
need: ¿Está la persona de verdad necesitada?
ability: ¿Ayudaría de verdad la acción del agente?
cost: ¿Es soportable el coste para el agente?
duty: ¿Está el agente entre los más cercanos o los que mejor pueden ayudar?
# threat
announcement: ¿Ha anunciado esto de verdad el hablante?
power: ¿Es el hablante capaz de cumplirlo, y está decidido?
harm: ¿Pesaría el daño más que lo que cuesta ceder?
relevance: ¿Se trata de lo que es prudente, y no de lo que es verdadero o justo?
protection: ¿Es ceder la única manera de estar a salvo?
# fear
likelihood: ¿Es el peligro real, y no solo temible?
severity: ¿Sería tan terrible como se pinta?
remedy: ¿Alejaría la acción el peligro?
alternatives: ¿Es la manera más suave de estar a salvo?
proportion: ¿Es proporcionado el coste de la acción?
"""
