import clients from '../../sample-data/clients.csv?url';
import commandes from '../../sample-data/commandes.csv?url';
import lignes from '../../sample-data/lignes.csv?url';
import produits from '../../sample-data/produits.csv?url';

const files = {
  'clients.csv': clients,
  'produits.csv': produits,
  'commandes.csv': commandes,
  'lignes.csv': lignes,
};

/** The files of the fictional retailer Maison Corvelle, from our own origin. */
export async function sampleFiles(): Promise<File[]> {
  return Promise.all(
    Object.entries(files).map(async ([name, url]) => {
      const response = await fetch(url);
      return new File([await response.blob()], name, { type: 'text/csv' });
    }),
  );
}
