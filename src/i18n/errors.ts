import type { AppError, ErrorCode, ErrorData } from '../core/errors.js';
import { columnName } from './column-names.js';
import { formatNumber } from './format.js';
import type { Locale } from './locale.js';
import { defineTexts, translate, type MessageValues } from './translate.js';

/**
 * What a person reads when something fails: what happened, where, and what to do next. Values of the error stand in the
 * text as plain text; `where` is empty when the error knows neither file, line nor column.
 */
export function errorMessage(locale: Locale, error: AppError): string {
  return translate(texts, locale, error.code, messageValues(locale, error.data));
}

/** Data that a text may name; each comes with a flag (`hasName`) so that the sentence reads well without it. */
const optional = [
  ...['file', 'name', 'kind', 'value', 'expected', 'found', 'columns', 'rows', 'share', 'size'],
  ...['near', 'suggestion', 'operation'],
];

function messageValues(locale: Locale, data: ErrorData): MessageValues {
  const values: Record<string, string | boolean> = {
    where: where(locale, data),
    detail: detail(locale, data),
  };
  for (const key of optional) {
    const value = data[key] ?? (key === 'name' ? data['param'] : undefined);
    values[key] = typeof value === 'number' ? formatNumber(locale, value) : (value ?? '');
    values[`has${key.charAt(0).toUpperCase()}${key.slice(1)}`] = value !== undefined && value !== '';
  }
  const needed = String(data['needed'] ?? data['column'] ?? data['name'] ?? '');
  values['needed'] = needed
    .split(', ')
    .map((name) => columnName(locale, name))
    .join(', ');
  values['hasNeeded'] = needed !== '';
  values['areSeveral'] = needed.includes(', ');
  values['what'] = String(data['what'] ?? '');
  const types = String(data['types'] ?? data['type'] ?? '');
  values['hasTypes'] = types !== '';
  values['types'] = typeNames(locale, types);
  values['hasText'] = types.split(', ').includes('text');
  return values;
}

/** Families of values, as `text, number`, in the reader's words. */
function typeNames(locale: Locale, families: string): string {
  const names = families.split(', ').map((family) => {
    return isFamily(family) ? translate(typeTexts, locale, family) : family;
  });
  return names.join(', ');
}

function where(locale: Locale, { file, line, column, character }: ErrorData): string {
  const parts: string[] = [];
  if (file !== undefined) parts.push(translate(places, locale, 'file', { file }));
  if (line !== undefined) parts.push(translate(places, locale, 'line', { line }));
  if (column !== undefined) parts.push(translate(places, locale, 'column', { column }));
  if (character !== undefined) parts.push(translate(places, locale, 'character', { character }));
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

/** The engine's own words without its drawing of the query and without program lines, at most 400 characters. */
function detail(locale: Locale, data: ErrorData): string {
  const words = String(data['detail'] ?? '')
    .split(/\n\s*\n|\n\s*LINE |\n\s+at /)[0]
    ?.replace(/\s+/g, ' ')
    .trim()
    .slice(0, 400);
  return words ? ` ${translate(places, locale, 'detail', { words })}` : '';
}

const places = defineTexts({
  fr: {
    file: 'fichier « {file} »',
    line: 'ligne {line}',
    column: 'colonne « {column} »',
    character: 'caractère {character}',
    detail: 'Détail : {words}',
  },
  en: {
    file: 'file “{file}”',
    line: 'line {line}',
    column: 'column “{column}”',
    character: 'character {character}',
    detail: 'Detail: {words}',
  },
});

const typeTexts = defineTexts({
  fr: {
    text: 'texte',
    number: 'nombre',
    date: 'date',
    duration: 'durée',
    boolean: 'oui/non',
    list: 'liste',
    other: 'autre',
  },
  en: {
    text: 'text',
    number: 'number',
    date: 'date',
    duration: 'duration',
    boolean: 'yes/no',
    list: 'list',
    other: 'other',
  },
});

function isFamily(family: string): family is keyof typeof typeTexts.fr {
  return Object.hasOwn(typeTexts.fr, family);
}

const fr: Record<ErrorCode, string> = {
  'engine/blocked':
    'Le moteur de calcul n’a pas pu démarrer : ce navigateur ou un réglage du poste l’en empêche. Essayez dans une version récente de Chrome, d’Edge ou de Firefox ; sur un poste d’entreprise, demandez que WebAssembly soit autorisé.{detail}',
  'engine/timeout':
    'Le calcul a pris trop de temps et a été arrêté. Réduisez la période, ajoutez un filtre ou choisissez moins de détails, puis relancez.',
  'engine/lost':
    'Le moteur de calcul s’est interrompu et redémarre. Vos données sont toujours là : relancez la cellule dans un instant.',
  'engine/out-of-memory':
    'La mémoire du navigateur ne suffit pas pour ce calcul. Fermez d’autres onglets, réduisez la période ou ajoutez un filtre, puis relancez.',
  'engine/crashed':
    'Le moteur de calcul s’est arrêté pendant ce calcul et a été remplacé. Relancez la cellule ; si l’arrêt se répète, réduisez la période ou le niveau de détail.',
  'sql/syntax':
    'La requête SQL n’est pas bien écrite{hasNear, select, true { près de « {near} »} other {}}{where}{hasSuggestion, select, true { : vouliez-vous dire « {suggestion} » ? } other {. }}Vérifiez les virgules, les parenthèses et les guillemets près de cet endroit.',
  'sql/unknown-name':
    '{what, select, column {La colonne « {name} » n’existe pas dans les tables lues ici} table {La table « {name} » n’existe pas} function {La fonction « {name} » n’existe pas} input {Aucune valeur à régler ne s’appelle « {name} »} other {{hasName, select, true {Le nom « {name} »} other {Un nom de la requête}} n’existe ni parmi les tables ni parmi les colonnes}}{where}{hasSuggestion, select, true { : vouliez-vous dire « {suggestion} » ? Sinon, vérifiez} other {. Vérifiez}} son orthographe dans la liste des champs.',
  'sql/failed':
    'La requête n’a pas pu être exécutée{where}. Corrigez-la d’après le message du moteur, puis relancez.{detail}',
  'sql/not-one-select':
    '{what, select, empty {La cellule ne contient pas encore de requête. Écrivez-en une, qui commence par SELECT, WITH ou FROM.} several {Une cellule SQL accepte une seule requête, et une autre suit le point-virgule{where}. Gardez la première, et mettez l’autre dans une cellule à part.} unclosed {Un texte, un nom ou un commentaire n’est pas refermé{where}. Ajoutez l’apostrophe, le guillemet ou la fin du commentaire qui manque.} bracket {Une parenthèse reste ouverte ou se ferme sans avoir été ouverte{where}. Ajoutez celle qui manque, ou retirez celle qui est en trop.} other {Une cellule SQL lit les données et ne les modifie pas : elle accepte une seule requête, qui commence par SELECT, WITH ou FROM{where}. {hasSuggestion, select, true {Vouliez-vous dire « {suggestion} » ? }other {}}Gardez cette requête et retirez le reste.}}',
  'sql/unfinished':
    'La requête s’arrête trop tôt{hasNear, select, true {, après « {near} »} other {}}{where} : il manque la suite. Complétez-la, ou retirez ce début.',
  'sql/ambiguous-name':
    '{hasName, select, true {La colonne « {name} »} other {Une colonne}} se trouve dans plusieurs des tables lues ici{where}. Dites laquelle vous voulez{hasSuggestion, select, true {, par exemple « {suggestion} »} other {, avec le nom de la table devant}}.',
  'sql/wrong-type':
    'L’opération{hasOperation, select, true { « {operation} »} other {}} ne s’applique pas à ces valeurs{hasTypes, select, true { ({types})} other {}}{where}. {hasText, select, true {Un texte ne se calcule pas : choisissez une colonne de nombres ou de dates, ou convertissez-le, par exemple « try_cast(colonne as double) ».} other {Choisissez d’autres colonnes, ou convertissez les valeurs avec « cast ».}}',
  'sql/not-convertible':
    '{hasValue, select, true {La valeur « {value} »} other {Une valeur}} ne peut pas être lue comme {hasTypes, select, true {{types}} other {ce type}}{where}. Comparez des valeurs de même nature, ou lisez celles qui s’y prêtent avec « try_cast ».',
  'sql/group-by':
    '{hasName, select, true {La colonne « {name} »} other {Une colonne}} a plusieurs valeurs par groupe{where}. Ajoutez-la après GROUP BY, ou résumez-la, par exemple avec sum(), max() ou any_value().',
  'sql/misplaced-aggregate':
    'Un calcul sur plusieurs lignes, comme sum() ou count(), ne peut pas se trouver à cet endroit{where}. Pour filtrer d’après un total, écrivez la condition après HAVING ; pour un total de totaux, passez par une requête WITH.',
  'sql/uneven-columns':
    'Les requêtes réunies n’ont pas le même nombre de colonnes{where}. Donnez à chacune les mêmes colonnes, dans le même ordre.',
  'sql/no-access':
    'Une cellule SQL ne lit que les tables de ce carnet, ni fichier ni adresse du réseau{where}. Déposez d’abord le fichier dans le carnet, puis interrogez sa table.',
  'file/empty':
    'Le fichier{hasFile, select, true { « {file} »} other {}} est vide : il n’y a rien à importer. Exportez-le de nouveau depuis votre logiciel, puis redéposez-le.',
  'file/header-only':
    'Le fichier{hasFile, select, true { « {file} »} other {}} contient des noms de colonnes mais aucune ligne de données. Vérifiez la période choisie lors de l’export, puis redéposez-le.',
  'file/not-a-table':
    '{kind, select, workbook {Aucune feuille visible du classeur « {file} » ne contient de tableau. Affichez la feuille qui contient vos données, enregistrez le classeur, puis redéposez-le.} archive {Aucun fichier de l’archive « {file} » ne contient de tableau lisible. Décompressez-la et déposez le fichier qui contient vos données.} nested {« {file} » est une archive rangée dans une autre. Décompressez la première, puis déposez ce qu’elle contient.} json {Le fichier JSON{hasFile, select, true { « {file} »} other {}} ne contient aucune liste d’enregistrements. Il faut un tableau d’objets, ou un objet par ligne, qui portent chacun les mêmes noms de champs.} pdf {« {file} » est un document PDF, pas un tableau. Exportez les données elles-mêmes au format CSV ou Excel depuis le logiciel qui a produit ce document.} image {« {file} » est une image, pas un tableau. Exportez les données elles-mêmes au format CSV ou Excel depuis le logiciel qui les contient.} html {« {file} » est une page web, même si son nom dit autre chose. Ouvrez-la dans un tableur, enregistrez-la au format Excel ou CSV, puis déposez ce fichier.} document {« {file} » est un document de traitement de texte ou de présentation, pas un tableau. Copiez le tableau qu’il contient et collez-le ici, ou exportez les données au format CSV ou Excel.} text {Aucun tableau n’a été reconnu dans le fichier{hasFile, select, true { « {file} »} other {}} : on dirait du texte. Il faut une ligne de noms de colonnes, puis une ligne par commande, article ou client.} other {Aucun tableau n’a été reconnu dans le fichier{hasFile, select, true { « {file} »} other {}}. Exportez vos données au format CSV ou Excel : une ligne de noms de colonnes, puis une ligne par commande, article ou client.}}',
  'file/unreadable':
    'Le fichier{hasFile, select, true { « {file} »} other {}} n’a pas pu être lu. Il a peut-être été modifié, déplacé ou verrouillé depuis que vous l’avez choisi : fermez-le dans les autres logiciels, puis choisissez-le de nouveau.{detail}',
  'file/too-many-columns':
    'Le fichier{hasFile, select, true { « {file} »} other {}} a trop de colonnes{hasColumns, select, true { ({columns})} other {}}. Gardez celles qui servent à l’analyse, puis redéposez-le.',
  'file/inconsistent-lines':
    'Les lignes n’ont pas toutes le même nombre de colonnes{where}{hasExpected, select, true { : {expected} attendues{hasFound, select, true {, {found} trouvées} other {}}} other {}}. Vérifiez le séparateur et les guillemets dans le fichier, ou écartez ces lignes dans l’aperçu de l’import.',
  'file/record-too-long':
    'Une ligne est trop longue pour être lue{where}{hasSize, select, true { : elle dépasse {size} Mo} other {}}. Exportez le fichier sans la colonne de textes ou d’images qui l’allonge, ou vérifiez qu’il a bien des fins de ligne, puis redéposez-le.',
  'file/unsupported':
    'Ce type de fichier n’est pas pris en charge{where}. Déposez un fichier CSV ou texte, un classeur Excel, un fichier JSON ou Parquet, une archive ZIP de ceux-ci, ou un carnet Clientele.',
  'file/protected':
    'Le fichier{hasFile, select, true { « {file} »} other {}} est protégé par un mot de passe. Ouvrez-le avec son mot de passe, enregistrez-le sans protection, puis redéposez-le.',
  'file/damaged':
    'Le fichier{hasFile, select, true { « {file} »} other {}} est abîmé ou incomplet : il n’a pas pu être lu jusqu’au bout. Téléchargez-le ou exportez-le de nouveau, puis redéposez-le.{detail}',
  'file/broken-record':
    'Un enregistrement du fichier JSON n’est pas bien écrit{where}. Corrigez cet endroit ou exportez le fichier de nouveau, puis redéposez-le.{detail}',
  'file/inflates-too-much':
    'Le fichier{hasFile, select, true { « {file} »} other {}} n’a pas été ouvert : une fois décompressé, il contiendrait plus de 10 000 fichiers, plus de 1 Go, ou plus de 100 fois sa taille. Si vous connaissez son origine, décompressez-le vous-même et déposez les fichiers dont vous avez besoin.',
  'file/took-too-long':
    'La lecture du fichier{hasFile, select, true { « {file} »} other {}} a pris trop de temps et a été arrêtée. Enregistrez les données au format CSV, qui se lit plus vite, puis déposez ce fichier.',
  'file/out-of-memory':
    'La lecture du fichier{hasFile, select, true { « {file} »} other {}} demande plus de mémoire que le navigateur n’en donne. Fermez d’autres onglets, ou enregistrez les données au format CSV, qui se lit par morceaux, puis déposez ce fichier.{detail}',
  'file/wrong-encoding':
    'Le fichier{hasFile, select, true { « {file} »} other {}} n’est pas écrit dans l’encodage choisi{hasValue, select, true { ({value})} other {}}. Choisissez un autre encodage dans l’aperçu de l’import.',
  'import/out-of-memory':
    'La mémoire de cet onglet ne suffit pas pour le fichier{hasFile, select, true { « {file} »} other {}}{hasRows, select, true { : {rows} lignes y sont entrées, soit {share} % de ses {size} Mo} other {}}. Rien n’a changé dans ce qui était ouvert. Fermez d’autres onglets et redéposez-le, ou exportez une période plus courte ou moins de colonnes.',
  'import/role-not-a-date':
    'La colonne choisie pour la date ne contient pas de dates lisibles{where}{hasValue, select, true { : par exemple « {value} »} other {}}. Choisissez une autre colonne ou un autre format de date dans l’aperçu de l’import.',
  'import/role-not-a-number':
    'La colonne choisie pour un nombre contient autre chose que des nombres{where}{hasValue, select, true { : par exemple « {value} »} other {}}. Choisissez une autre colonne ou un autre séparateur décimal dans l’aperçu de l’import.',
  'import/missing-role':
    'Il manque une colonne pour continuer{hasNeeded, select, true { : {needed}} other {}}{hasFile, select, true { (fichier « {file} »)} other {}}. Indiquez dans l’aperçu de l’import quelle colonne du fichier la contient.',
  'analysis/missing-column':
    'Cette analyse a besoin {areSeveral, select, true {de colonnes} other {d’une colonne}} que vos données n’ont pas{hasNeeded, select, true { : {needed}} other {}}. Indiquez-{areSeveral, select, true {les} other {la}} dans l’import, ou ajoutez un fichier qui {areSeveral, select, true {les} other {la}} contient.',
  'analysis/no-rows':
    'Aucune donnée ne correspond à cette analyse. Élargissez la période, retirez un filtre ou vérifiez les colonnes indiquées à l’import.',
  'params/invalid':
    'Un réglage de cette cellule n’est pas valable{hasName, select, true { : {name}} other {}}{hasValue, select, true { (« {value} »)} other {}}. Corrigez-le ou revenez aux réglages par défaut.',
  'formula/invalid':
    'La formule{hasName, select, true { de « {name} »} other {}} ne peut pas être calculée{where} : {what, select, empty {elle est vide} unfinished {il manque la suite} deep {elle a trop de parenthèses les unes dans les autres} bracket {une parenthèse manque ou est de trop} sign {le signe « {near} » n’a pas sa place ici} function {« {near} » n’est pas un calcul connu} argument {« {near} » attend le nom d’un champ, par exemple sum(amount)} unknown {« {near} » n’est ni une valeur de ce tableau ni un champ des données} text {« {near} » ne contient pas de nombres} cycle {elle a besoin d’elle-même ({near})} other {elle n’est pas bien écrite}}. {what, select, function {Calculs possibles : {suggestion}.} unknown {{hasSuggestion, select, true {Vouliez-vous dire « {suggestion} » ?} other {Vérifiez le nom.}}} text {Comptez-le plutôt, par exemple avec {hasSuggestion, select, true {{suggestion}} other {distinct()}}.} cycle {Retirez l’un de ces liens.} other {Écrivez par exemple sum(amount) / distinct(order_id).}}',
  'cell/unknown-kind':
    'Cette version de Clientele ne connaît pas ce type de cellule{hasKind, select, true { (« {kind} »)} other {}}. La cellule est conservée telle quelle ; ouvrez le carnet avec une version plus récente pour la calculer.',
  'cell/unknown-name':
    '{hasName, select, true {Aucune cellule ne s’appelle « {name} »} other {La cellule demandée n’existe pas}}. Vérifiez le nom de la cellule : elle a peut-être été renommée ou supprimée.',
  'cell/name-taken':
    '{hasName, select, true {Le nom « {name} » est déjà pris} other {Ce nom est déjà pris}} par une autre cellule ou une table. Choisissez-en un autre.',
  'cell/no-population':
    'Cette cellule est calculée sur les clients de « {name} », qui n’existe plus. Choisissez d’autres clients dans ses réglages, ou tous.',
  'cell/cycle':
    'Cette cellule dépend d’elle-même{hasName, select, true { en passant par « {name} »} other {}}, directement ou par une autre cellule. Retirez l’un de ces liens, puis relancez.',
  'notebook/not-a-notebook':
    'Le fichier{hasFile, select, true { « {file} »} other {}} n’est pas un carnet Clientele, ou il est abîmé. Choisissez un fichier enregistré par Clientele ; pour des données, déposez un fichier CSV ou Excel.',
  'notebook/newer-version':
    'Ce carnet a été enregistré par une version plus récente de Clientele{where}. Rechargez la page pour obtenir la dernière version, puis ouvrez-le de nouveau.',
  'notebook/read-only':
    'Ce carnet est ouvert dans un autre onglet, qui l’enregistre : ici, vous le lisez. Pour le modifier ici, choisissez « Reprendre la main » en haut de la page.',
  'storage/unavailable':
    'Ce navigateur ne permet pas de garder votre travail ici (navigation privée ou réglage du poste). Vous pouvez continuer : enregistrez le carnet dans un fichier avant de fermer la page.',
  'storage/quota':
    'Il n’y a plus assez de place dans ce navigateur pour garder votre travail. Enregistrez le carnet dans un fichier, puis supprimez d’anciens carnets ou libérez de l’espace disque.',
  'storage/damaged':
    'Des données gardées dans ce navigateur sont abîmées et n’ont pas pu être relues{where}. Redéposez le fichier d’origine ; le carnet et ses réglages sont conservés.',
  'export/failed':
    'L’export n’a pas pu être préparé. Relancez les cellules en échec ou retirez-les, puis exportez de nouveau.{detail}',
  bug: 'Une erreur inattendue s’est produite dans Clientele. Votre carnet est conservé : réessayez, et si l’erreur se répète, rechargez la page et signalez-la avec ce message.{detail}',
};

const en: Record<ErrorCode, string> = {
  'engine/blocked':
    'The calculation engine could not start: this browser or a setting of this computer prevents it. Try a recent version of Chrome, Edge or Firefox; on a company computer, ask for WebAssembly to be allowed.{detail}',
  'engine/timeout':
    'The calculation took too long and was stopped. Shorten the period, add a filter or ask for less detail, then run it again.',
  'engine/lost':
    'The calculation engine was interrupted and is restarting. Your data is still here: run the cell again in a moment.',
  'engine/out-of-memory':
    'The browser does not have enough memory for this calculation. Close other tabs, shorten the period or add a filter, then run it again.',
  'engine/crashed':
    'The calculation engine stopped during this calculation and was replaced. Run the cell again; if it stops again, shorten the period or ask for less detail.',
  'sql/syntax':
    'The SQL query is not written correctly{hasNear, select, true { near “{near}”} other {}}{where}{hasSuggestion, select, true {: did you mean “{suggestion}”? } other {. }}Check the commas, brackets and quotes near that place.',
  'sql/unknown-name':
    '{what, select, column {The column “{name}” is in none of the tables read here} table {There is no table “{name}”} function {There is no function “{name}”} input {No input is called “{name}”} other {{hasName, select, true {The name “{name}”} other {A name in the query}} is neither a table nor a column}}{where}{hasSuggestion, select, true {: did you mean “{suggestion}”? If not, check} other {. Check}} its spelling in the list of fields.',
  'sql/failed':
    'The query could not be run{where}. Correct it as the engine’s message suggests, then run it again.{detail}',
  'sql/not-one-select':
    '{what, select, empty {The cell has no query yet. Write one that starts with SELECT, WITH or FROM.} several {An SQL cell takes one single query, and another follows the semicolon{where}. Keep the first, and put the other into a cell of its own.} unclosed {A text, a name or a comment is not closed{where}. Add the apostrophe, the quotation mark or the end of the comment that is missing.} bracket {A bracket stays open, or closes without having been opened{where}. Add the one that is missing, or remove the one too many.} other {An SQL cell reads the data and does not change it: it takes one single query that starts with SELECT, WITH or FROM{where}. {hasSuggestion, select, true {Did you mean “{suggestion}”? }other {}}Keep that query and remove the rest.}}',
  'sql/unfinished':
    'The query stops too early{hasNear, select, true {, behind “{near}”} other {}}{where}: the rest is missing. Complete it, or remove that beginning.',
  'sql/ambiguous-name':
    '{hasName, select, true {The column “{name}”} other {A column}} is in several of the tables read here{where}. Say which one you mean{hasSuggestion, select, true {, for example “{suggestion}”} other {, with the name of the table in front}}.',
  'sql/wrong-type':
    'The operation{hasOperation, select, true { “{operation}”} other {}} does not apply to these values{hasTypes, select, true { ({types})} other {}}{where}. {hasText, select, true {A text cannot be calculated with: choose a column of numbers or dates, or convert it, for example “try_cast(column as double)”.} other {Choose other columns, or convert the values with “cast”.}}',
  'sql/not-convertible':
    '{hasValue, select, true {The value “{value}”} other {A value}} cannot be read as {hasTypes, select, true {{types}} other {that type}}{where}. Compare values of the same nature, or read those that allow it with “try_cast”.',
  'sql/group-by':
    '{hasName, select, true {The column “{name}”} other {A column}} has several values in a group{where}. Add it behind GROUP BY, or sum it up, for example with sum(), max() or any_value().',
  'sql/misplaced-aggregate':
    'A calculation over several rows, such as sum() or count(), cannot stand in this place{where}. To filter by a total, write the condition behind HAVING; for a total of totals, go by way of a WITH query.',
  'sql/uneven-columns':
    'The queries put together do not have the same number of columns{where}. Give each the same columns, in the same order.',
  'sql/no-access':
    'An SQL cell reads only the tables of this notebook, neither files nor addresses on the network{where}. Drop the file into the notebook first, then query its table.',
  'file/empty':
    'The file{hasFile, select, true { “{file}”} other {}} is empty: there is nothing to import. Export it again from your software, then drop it here again.',
  'file/header-only':
    'The file{hasFile, select, true { “{file}”} other {}} has column names but no line of data. Check the period chosen when it was exported, then drop it here again.',
  'file/not-a-table':
    '{kind, select, workbook {No visible sheet of the workbook “{file}” holds a table. Show the sheet that holds your data, save the workbook, then drop it here again.} archive {No file in the archive “{file}” holds a table that can be read. Unpack it and drop the file that holds your data.} nested {“{file}” is an archive inside another one. Unpack the first, then drop what it contains.} json {The JSON file{hasFile, select, true { “{file}”} other {}} holds no list of records. It needs an array of objects, or one object per line, each with the same field names.} pdf {“{file}” is a PDF document, not a table. Export the data themselves as CSV or Excel from the software that made this document.} image {“{file}” is a picture, not a table. Export the data themselves as CSV or Excel from the software that holds them.} html {“{file}” is a web page, even if its name says otherwise. Open it in a spreadsheet, save it as Excel or CSV, then drop that file.} document {“{file}” is a word processor or presentation document, not a table. Copy the table in it and paste it here, or export the data as CSV or Excel.} text {No table was recognised in the file{hasFile, select, true { “{file}”} other {}}: it looks like running text. It needs one line of column names, then one line per order, item or customer.} other {No table was recognised in the file{hasFile, select, true { “{file}”} other {}}. Export your data as CSV or Excel: one line of column names, then one line per order, item or customer.}}',
  'file/unreadable':
    'The file{hasFile, select, true { “{file}”} other {}} could not be read. It may have been changed, moved or locked since you chose it: close it in other software, then choose it again.{detail}',
  'file/too-many-columns':
    'The file{hasFile, select, true { “{file}”} other {}} has too many columns{hasColumns, select, true { ({columns})} other {}}. Keep those that the analysis needs, then drop it here again.',
  'file/inconsistent-lines':
    'The lines do not all have the same number of columns{where}{hasExpected, select, true {: {expected} expected{hasFound, select, true {, {found} found} other {}}} other {}}. Check the separator and the quotes in the file, or leave these lines out in the import preview.',
  'file/record-too-long':
    'A line is too long to be read{where}{hasSize, select, true {: it is longer than {size} MB} other {}}. Export the file without the column of texts or pictures that makes it so long, or check that it has line ends, then drop it again.',
  'file/unsupported':
    'This type of file is not supported{where}. Drop a CSV or text file, an Excel workbook, a JSON or Parquet file, a ZIP archive of these, or a Clientele notebook.',
  'file/protected':
    'The file{hasFile, select, true { “{file}”} other {}} is protected by a password. Open it with its password, save it without protection, then drop it here again.',
  'file/damaged':
    'The file{hasFile, select, true { “{file}”} other {}} is damaged or incomplete: it could not be read to its end. Download or export it again, then drop it here again.{detail}',
  'file/broken-record':
    'A record of the JSON file is not written correctly{where}. Correct that place or export the file again, then drop it here again.{detail}',
  'file/inflates-too-much':
    'The file{hasFile, select, true { “{file}”} other {}} was not opened: unpacked, it would hold more than 10,000 files, more than 1 GB, or more than 100 times its size. If you know where it comes from, unpack it yourself and drop the files that you need.',
  'file/took-too-long':
    'Reading the file{hasFile, select, true { “{file}”} other {}} took too long and was stopped. Save the data as CSV, which is read faster, then drop that file.',
  'file/out-of-memory':
    'Reading the file{hasFile, select, true { “{file}”} other {}} takes more memory than the browser gives. Close other tabs, or save the data as CSV, which is read in pieces, then drop that file.{detail}',
  'file/wrong-encoding':
    'The file{hasFile, select, true { “{file}”} other {}} is not written in the encoding that was chosen{hasValue, select, true { ({value})} other {}}. Choose another encoding in the import preview.',
  'import/out-of-memory':
    'The memory of this tab is too small for the file{hasFile, select, true { “{file}”} other {}}{hasRows, select, true {: {rows} rows went in, {share}% of its {size} MB} other {}}. What was open has not changed. Close other tabs and drop it again, or export a shorter period or fewer columns.',
  'import/role-not-a-date':
    'The column chosen for the date does not hold readable dates{where}{hasValue, select, true {: for example “{value}”} other {}}. Choose another column or another date format in the import preview.',
  'import/role-not-a-number':
    'The column chosen for a number holds something other than numbers{where}{hasValue, select, true {: for example “{value}”} other {}}. Choose another column or another decimal separator in the import preview.',
  'import/missing-role':
    'A column is missing before you can go on{hasNeeded, select, true {: {needed}} other {}}{hasFile, select, true { (file “{file}”)} other {}}. Say in the import preview which column of the file holds it.',
  'analysis/missing-column':
    'This analysis needs {areSeveral, select, true {columns} other {a column}} that your data does not have{hasNeeded, select, true {: {needed}} other {}}. Point to {areSeveral, select, true {them} other {it}} in the import, or add a file that holds {areSeveral, select, true {them} other {it}}.',
  'analysis/no-rows':
    'No data matches this analysis. Widen the period, remove a filter or check the columns chosen in the import.',
  'params/invalid':
    'A setting of this cell is not valid{hasName, select, true {: {name}} other {}}{hasValue, select, true { (“{value}”)} other {}}. Correct it or go back to the default settings.',
  'formula/invalid':
    'The formula{hasName, select, true { of “{name}”} other {}} cannot be computed{where}: {what, select, empty {it is empty} unfinished {the rest is missing} deep {it has too many brackets within brackets} bracket {a bracket is missing or one too many} sign {the sign “{near}” does not belong here} function {“{near}” is no known calculation} argument {“{near}” needs the name of a field, for example sum(amount)} unknown {“{near}” is neither a value of this table nor a field of the data} text {“{near}” does not hold numbers} cycle {it needs itself ({near})} other {it is not written correctly}}. {what, select, function {Possible calculations: {suggestion}.} unknown {{hasSuggestion, select, true {Did you mean “{suggestion}”?} other {Check the name.}}} text {Count it instead, for example with {hasSuggestion, select, true {{suggestion}} other {distinct()}}.} cycle {Remove one of these links.} other {Write for example sum(amount) / distinct(order_id).}}',
  'cell/unknown-kind':
    'This version of Clientele does not know this kind of cell{hasKind, select, true { (“{kind}”)} other {}}. The cell is kept as it is; open the notebook with a newer version to run it.',
  'cell/unknown-name':
    '{hasName, select, true {No cell is called “{name}”} other {The cell does not exist}}. Check the name of the cell: it may have been renamed or removed.',
  'cell/name-taken':
    '{hasName, select, true {The name “{name}” is already taken} other {This name is already taken}} by another cell or a table. Choose another one.',
  'cell/no-population':
    'This cell is computed on the customers of “{name}”, which is no longer there. Choose other customers in its settings, or everybody.',
  'cell/cycle':
    'This cell depends on itself{hasName, select, true { by way of “{name}”} other {}}, directly or through another cell. Remove one of these links, then run it again.',
  'notebook/not-a-notebook':
    'The file{hasFile, select, true { “{file}”} other {}} is not a Clientele notebook, or it is damaged. Choose a file saved by Clientele; for data, drop a CSV or Excel file.',
  'notebook/newer-version':
    'This notebook was saved by a newer version of Clientele{where}. Reload the page to get the latest version, then open it again.',
  'notebook/read-only':
    'This notebook is open in another tab, which saves it: here you are reading it. To change it here, choose “Take over” at the top of the page.',
  'storage/unavailable':
    'This browser does not let your work be kept here (private browsing or a setting of this computer). You can go on: save the notebook to a file before you close the page.',
  'storage/quota':
    'There is not enough room left in this browser to keep your work. Save the notebook to a file, then delete old notebooks or free some disk space.',
  'storage/damaged':
    'Data kept in this browser is damaged and could not be read back{where}. Drop the original file again; the notebook and its settings are kept.',
  'export/failed':
    'The export could not be prepared. Run the failed cells again or remove them, then export again.{detail}',
  bug: 'Something unexpected went wrong in Clientele. Your notebook is kept: try again, and if it happens again, reload the page and report it with this message.{detail}',
};

const texts = defineTexts({ fr, en });
