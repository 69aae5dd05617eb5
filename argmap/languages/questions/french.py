"""The critical questions in French."""

QUESTIONS = """
# expert-opinion
expertise: La source connaît-elle vraiment le domaine, au-delà d’un titre ou d’un renom ?
field: L’affirmation relève-t-elle précisément du domaine que la source connaît ?
statement: La source a-t-elle vraiment dit cela, et dans ce sens ?
trustworthiness: Peut-on attendre de la source une réponse honnête ici ?
agreement: Les autres experts du domaine jugent-ils de même ?
evidence: Le jugement de l’expert repose-t-il sur des preuves ?
# position-to-know
position: La source pouvait-elle vraiment savoir ce dont elle parle ?
statement: Les propos de la source sont-ils rapportés fidèlement ?
honesty: La source dit-elle ce qu’elle croit ?
agreement: D’autres qui pourraient le savoir disent-ils la même chose ?
# witness-testimony
presence: Le témoin pouvait-il assez bien voir ou entendre de sa place ?
impartiality: Le témoin est-il sans raison d’altérer la vérité ?
statement: Les propos du témoin sont-ils rapportés fidèlement ?
coherence: Le récit est-il cohérent d’un bout à l’autre ?
plausibility: Le récit s’accorde-t-il avec ce que l’on sait par ailleurs ?
agreement: Les autres témoins disent-ils la même chose ?
# popular-opinion
evidence: A-t-on des preuves, comme un sondage, de qui accepte l’affirmation ?
insight: Ces personnes sont-elles capables de juger de telles questions ?
independence: Y sont-elles venues d’elles-mêmes, sans se copier ?
dissent: A-t-on entendu ceux qui ne sont pas d’accord ?
# popular-practice
evidence: La pratique est-elle vraiment aussi répandue ?
reasons: Y a-t-il derrière la pratique autre chose que l’habitude ou la pression ?
likeness: Le cas présent ressemble-t-il à ceux du grand nombre ?
harm: La pratique est-elle sans dommage que l’on ne voit pas ?
# perception
appearance: Ce qui est apparu est-il rapporté sans ce qui n’a été que déduit ?
faculty: Les sens de l’observateur conviennent-ils pour cela ?
conditions: La lumière, la distance, le temps et le calme suffisaient-ils ?
illusion: Est-il peu probable que ce n’ait été qu’une apparence ?
# memory
recollection: Est-ce un souvenir, et non un récit, une conjecture ou une imagination ?
retention: Se souvient-on d’habitude d’une telle chose après ce temps ?
interference: Le souvenir est-il resté à l’abri des propos et des souhaits venus après ?
record: Des notes, des images ou d’autres personnes le confirment-elles ?
# commitment
evidence: Des paroles ou des actes montrent-ils ce que la personne défend ?
currency: La personne le défend-elle encore ?
extension: L’un va-t-il vraiment avec l’autre ?
exception: Le cas présent est-il comme ceux que la personne avait à l’esprit ?
# inconsistent-commitment
first: La personne a-t-elle vraiment pris la première position ?
second: Les autres paroles ou actes montrent-ils ce qu’ils devraient ?
conflict: Les deux positions s’excluent-elles vraiment ?
change: Est-il exclu que la personne ait ouvertement changé d’avis ?
# ethos
evidence: Le bon caractère est-il connu par des actes ?
statement: L’orateur le dit-il vraiment ?
relevance: Est-ce une question où le caractère compte ?
knowledge: L’orateur connaît-il aussi le sujet ?
# bias
evidence: A-t-on des preuves du penchant ou de l’intérêt ?
influence: L’autre côté a-t-il en fait reçu trop peu de place ?
impartiality: L’impartialité est-elle de mise dans cet échange ?
dependence: Le point repose-t-il sur la parole de l’orateur, et non sur des raisons ouvertes ?
# ad-hominem
evidence: Le reproche fait au caractère est-il fondé ?
argument: L’orateur argumente-t-il vraiment comme on le lui reproche ?
relevance: Ce trait importe-t-il pour la question débattue ?
dependence: L’argument repose-t-il sur la parole de l’orateur, et non sur des raisons ouvertes ?
# circumstantial-ad-hominem
advice: Le conseil concerne-t-il aussi l’orateur ?
conduct: L’orateur a-t-il vraiment agi ainsi ?
conflict: Le conseil et la conduite se heurtent-ils vraiment ?
excuse: L’orateur est-il sans bonne raison d’agir autrement ?
dependence: Le conseil dépend-il de l’exemple que donne l’orateur ?
# cause-to-effect
link: Le lien général de la cause et de l’effet est-il réel ?
cause: La cause est-elle vraiment présente dans ce cas ?
strength: La cause est-elle ici assez forte pour produire cela ?
interference: Ce cas est-il sans rien qui empêcherait l’effet ?
# effect-to-cause
effect: L’effet s’est-il vraiment produit ?
link: Est-ce la cause habituelle de tels effets ?
other-causes: Est-il peu probable qu’une autre cause ait agi cette fois ?
traces: La cause supposée a-t-elle aussi laissé ses autres traces ?
# best-explanation
facts: Les faits sont-ils tels qu’on les décrit ?
explanation: L’hypothèse, si elle est vraie, expliquerait-elle tous les faits ?
comparison: Fait-elle mieux que chacune de ses rivales ?
rivals: A-t-on cherché assez largement des rivales ?
plausibility: L’hypothèse est-elle probable indépendamment de ces faits ?
time: Vaut-il mieux trancher maintenant que chercher d’autres faits ?
# correlation-to-cause
chance: Y a-t-il assez de cas pour exclure le hasard ?
direction: Est-il exclu que le second produise le premier ?
common-cause: Est-il exclu qu’une troisième chose produise les deux ?
mechanism: Sait-on comment l’un pourrait produire l’autre ?
range: Le lien vaut-il aussi dans d’autres conditions ?
# sign
sign: Le signe est-il vraiment présent ?
connection: Les deux vont-ils assez souvent ensemble pour que l’on s’y fie ?
other-origin: Est-il peu probable que le signe vienne d’autre chose ?
counter-signs: Les signes du contraire sont-ils absents ?
# verification
prediction: La prédiction découle-t-elle vraiment de l’hypothèse ?
observation: L’observation a-t-elle été faite de manière fiable ?
specificity: Cela aurait-il été surprenant si l’hypothèse était fausse ?
failures: A-t-on compté aussi les prédictions qui ont échoué ?
# falsification
prediction: La prédiction découle-t-elle vraiment de l’hypothèse ?
observation: L’aurait-on remarqué, si cela avait été là ?
assumptions: La faute est-elle dans l’hypothèse, et non dans une autre supposition ?
# analogy
base: L’affirmation est-elle vraie dans le premier cas ?
likeness: Les deux cas se ressemblent-ils autant qu’on le dit ?
relevance: Se ressemblent-ils en ce dont l’affirmation dépend ?
differences: Les différences qui compteraient sont-elles absentes ?
counter-analogy: D’autres cas tout aussi semblables montrent-ils la même chose ?
# example
case: L’affirmation est-elle vraiment vraie dans le cas cité ?
typical: Le cas est-il typique de son genre ?
number: Y a-t-il assez de cas pour une affirmation aussi générale ?
counter-examples: A-t-on cherché des cas contraires ?
circumstances: Le résultat est-il indépendant de ce que le cas avait de particulier ?
# statistical-generalisation
measurement: La propriété a-t-elle été comptée de manière sûre ?
selection: Toutes les parties de la population avaient-elles une chance égale d’être tirées ?
size: L’échantillon est-il assez grand pour la précision annoncée ?
change: La population est-elle encore ce qu’elle était lors du tirage ?
# statistical-syllogism
generalisation: Est-ce vrai de la plupart des choses de ce genre ?
case: Cette chose appartient-elle à ce genre ?
exception: Cette chose est-elle ordinaire, autant qu’on le sache ?
narrower-kind: Est-ce vrai aussi des genres plus étroits auxquels elle appartient ?
# ignorance
silence: Est-il exact que l’on ne sait rien de tel ?
search: A-t-on assez cherché pour le trouver ?
visibility: Cela laisserait-il des traces, si c’était vrai ?
burden: Est-ce à ceux qui l’affirment de montrer que c’est vrai ?
# alternatives
completeness: Est-ce là toutes les possibilités ?
elimination: Chacune des autres est-elle vraiment exclue ?
survivor: La possibilité qui reste tient-elle mieux que celles qui sont exclues ?
# verbal-classification
feature: La chose a-t-elle vraiment ce trait ?
usage: Emploie-t-on le mot pour tout ce qui a ce trait ?
borderline: Est-ce un cas clair, et non un cas limite ?
loading: Le mot est-il sans jugement que l’on ferait passer en fraude ?
# definition
definition: Est-ce là ce que le mot signifie ?
fit: La chose remplit-elle chaque condition ?
rivals: Cette définition est-elle meilleure que celles qui mènent ailleurs ?
purpose: La définition a-t-elle été faite pour des questions comme celle-ci ?
# gradualism
start: Cela vaut-il sans doute pour le premier cas ?
steps: Tous les pas sont-ils aussi petits qu’on le dit ?
sum: Les petites différences restent-elles sans importance quand elles s’ajoutent ?
line: Toute limite en chemin serait-elle arbitraire ?
# composition
parts: Toutes les parties l’ont-elles, ou celles qui comptent ?
transfer: Une telle propriété passe-t-elle des parties au tout ?
arrangement: Résiste-t-elle à la manière dont les parties sont assemblées ?
# division
whole: Le tout a-t-il vraiment la propriété ?
transfer: Une telle propriété passe-t-elle du tout aux parties ?
share: Cette partie est-elle comme le tout à cet égard ?
# established-rule
rule: Cette règle existe-t-elle, et est-elle en vigueur ?
case: La règle couvre-t-elle ce cas ?
conflict: Passe-t-elle avant les autres règles pour de tels cas ?
exception: Le cas est-il sans rien qui dispenserait de la règle ?
purpose: La suivre ici sert-il le but de la règle ?
# exception
rule: Est-ce bien la règle dont il s’agit ?
special: Le cas est-il vraiment particulier de cette manière ?
recognition: Cela est-il reconnu comme un motif d’exception ?
spread: La règle survivrait-elle si tous les cas de ce genre étaient exceptés ?
# precedent
decision: Le cas antérieur a-t-il été tranché ainsi, et pour cette raison ?
likeness: Le cas présent ressemble-t-il au cas antérieur ?
differences: Les différences sont-elles trop petites pour trancher autrement ?
authority: La décision antérieure compte-t-elle pour ceux qui décident ?
rightness: La décision antérieure était-elle juste ?
# practical-reasoning
goal: L’agent a-t-il ce but, et en vaut-il la peine ?
means: L’action rapprocherait-elle du but ?
feasibility: L’agent peut-il accomplir l’action ?
alternatives: Vaut-elle au moins les autres voies vers le but ?
side-effects: Les effets secondaires sont-ils supportables ?
other-goals: L’action laisse-t-elle intacts les buts plus importants de l’agent ?
# value-based-practical-reasoning
circumstances: Les circonstances sont-elles telles qu’on les décrit ?
effect: L’action atteindrait-elle le but ?
value: Le but, une fois atteint, servirait-il la valeur ?
alternatives: Sert-elle la valeur au moins aussi bien que d’autres voies ?
other-values: Laisse-t-elle intactes des valeurs plus importantes ?
# values
esteem: L’agent partage-t-il cette valeur ?
service: Le but ou l’action sert-il vraiment la valeur ?
conflict: La valeur tient-elle face aux autres qui sont en jeu ?
measure: La valeur compte-t-elle autant dans ce cas qu’ailleurs ?
# positive-consequences
likelihood: Les conséquences suivront-elles, autant qu’on puisse le dire ?
goodness: Les conséquences sont-elles bonnes pour ceux qu’elles touchent ?
evidence: A-t-on des preuves tirées de cas où cela s’est fait ?
costs: Le bien est-il plus grand que le mal qui l’accompagne ?
alternatives: Cela coûte-t-il moins que d’autres voies vers le même bien ?
# negative-consequences
likelihood: Les conséquences suivront-elles, autant qu’on puisse le dire ?
badness: Les conséquences sont-elles mauvaises, tout compte fait ?
evidence: A-t-on des preuves tirées de cas où cela s’est fait ?
benefits: Le mal est-il plus grand que le bien qui l’accompagne ?
prevention: Le mal toucherait-il même ceux qui prennent garde ?
# slippery-slope
first-step: Est-ce bien le pas que l’on propose ?
chain: Chaque pas mène-t-il vraiment au suivant ?
outcome: La fin serait-elle aussi mauvaise ?
stopping: Est-il impossible de s’arrêter en chemin ?
benefit: Le danger est-il plus grand que le bien du premier pas ?
# waste
investment: A-t-on vraiment investi autant ?
loss: Tout serait-il perdu, sans rien d’utile ailleurs ?
success: Y a-t-il une vraie chance de succès ?
worth: Le succès vaut-il ce qui reste à dépenser, sans compter le passé ?
alternatives: Est-ce le meilleur emploi de ce qui reste à dépenser ?
# sacrifice
sacrifice: A-t-on vraiment renoncé à autant, et pour cela ?
judgement: Celui qui a donné pouvait-il dire ce que vaut la chose ?
measure: Donne-t-on d’autant plus pour de telles choses qu’elles valent davantage ?
freedom: A-t-on donné librement, sans pression ni tromperie ?
value: La chose montre-t-elle sa valeur aussi d’autres manières ?
# need-for-help
need: La personne est-elle vraiment dans le besoin ?
ability: L’action aiderait-elle vraiment ?
cost: Le coût est-il supportable pour l’agent ?
duty: L’agent est-il de ceux qui sont les plus proches ou les mieux à même d’aider ?
# threat
announcement: L’orateur a-t-il vraiment annoncé cela ?
power: L’orateur est-il capable de le faire, et décidé ?
harm: Le mal dépasserait-il ce que coûte de céder ?
relevance: S’agit-il de ce qui est prudent, et non de ce qui est vrai ou juste ?
protection: Céder est-il le seul moyen d’être à l’abri ?
# fear
likelihood: Le danger est-il réel, et non seulement effrayant ?
severity: Serait-ce aussi terrible qu’on le peint ?
remedy: L’action écarterait-elle le danger ?
alternatives: Est-ce le moyen le plus doux d’être à l’abri ?
proportion: Le coût de l’action est-il proportionné ?
"""
