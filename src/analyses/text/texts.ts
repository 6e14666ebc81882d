import { defineTexts } from '../../i18n/translate.js';

export const texts = defineTexts({
  fr: {
    title: 'Texte',
    summary: 'Écrivez un commentaire, une conclusion ou un mode de lecture entre deux analyses.',
    'param.markdown': 'Texte de la cellule',
    hint: 'Mise en forme Markdown : # titre, **gras**, *italique*, - liste, [lien](https://exemple.fr). Résultats d’autres cellules : {figure}.',
    empty: 'Cellule de texte vide.',
    welcome: `# Votre carnet

Ce carnet vient d’être composé à partir de vos données : d’abord **les chiffres clés**, puis **qui sont vos clients**, **ce qu’ils rapportent** et **comment ils reviennent**. Tout est calculé dans ce navigateur : vos données ne quittent pas votre ordinateur.

- **Lire** : chaque cellule répond à une question. Commencez par sa phrase de conclusion, puis regardez le graphique ; les mêmes chiffres se trouvent dans le tableau.
- **Changer un réglage** : modifiez une période, un seuil ou un regroupement au-dessus d’un résultat ; il se recalcule aussitôt, et tout changement s’annule.
- **Comprendre** : l’aide de chaque cellule explique la méthode, sa formule et ses pièges ; « Voir le SQL » montre le calcul exact.
- **Poursuivre** : ajoutez un tableau croisé, une requête ou un texte, puis exportez la page pour la partager.

Ce texte est à vous : modifiez-le ou supprimez-le.`,
    exchange: `Échanger, c’est préparer **qui contacter, pour dire quoi, par quel canal** :

- **À ne pas perdre** et **À risque** : les reprendre en premier, par un contact direct (téléphone, magasin).
- **Champions** et **Fidèles** : remercier, associer (avant-premières, avis, parrainage).
- **Nouveaux** et **Prometteurs** : donner une raison de revenir dans les trois mois.
- **En sommeil** : une seule relance, peu coûteuse.

Notez ici ce qui a été décidé, et ce que l’échange vous a appris.`,
  },
  en: {
    title: 'Text',
    summary: 'Write a comment, a conclusion or a reading guide between two analyses.',
    'param.markdown': 'Text of the cell',
    hint: 'Markdown formatting: # heading, **bold**, *italic*, - list, [link](https://example.com). Results of other cells: {figure}.',
    empty: 'Empty text cell.',
    welcome: `# Your notebook

This notebook was just put together from your data: first **the key figures**, then **who your customers are**, **what they are worth** and **how they come back**. Everything is calculated in this browser: your data does not leave your computer.

- **Read**: each cell answers one question. Start with its concluding sentence, then look at the chart; the same figures stand in the table.
- **Change a setting**: adjust a period, a threshold or a grouping above a result; it is recalculated at once, and every change can be undone.
- **Understand**: the help of each cell explains the method, its formula and its traps; “Show SQL” gives the exact calculation.
- **Go on**: add a pivot table, a query or a text, then export the page to share it.

This text is yours: change it or delete it.`,
    exchange: `Exchanging means deciding **whom to contact, to say what, through which channel**:

- **Can't lose** and **At risk**: win them back first, in person (phone, shop).
- **Champions** and **Loyal**: thank them, involve them (previews, reviews, referrals).
- **New** and **Promising**: give them a reason to come back within three months.
- **Hibernating**: one inexpensive reminder, no more.

Write down here what was decided, and what the exchange taught you.`,
  },
});
