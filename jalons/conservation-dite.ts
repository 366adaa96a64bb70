import { raisonsDeGarder } from '../domain/conservation/conservation';
import { compte, ditJour } from '../domain/parcours/dire';
import type { Comptes } from '../registre/conservation/comptes.prisma';
import type { PersonnePurgee, PurgeSuivie } from '../registre/conservation/purges';

const ETATS: Readonly<Record<PurgeSuivie['etat'], string>> = {
  apercu: 'aperçu, rien n’est effacé',
  en_cours: 'en cours',
  fini: 'finie',
};

/** What goes beside the identity, counted: `3 textes, 1 document`. */
export function renderComptes(c: Comptes): string {
  const dits = [
    [c.textes, 'texte', 'textes'],
    [c.documents, 'document', 'documents'],
    [c.liens, 'lien', 'liens'],
    [c.courriels, 'courriel', 'courriels'],
    [c.lignes, 'ligne de récapitulatif', 'lignes de récapitulatif'],
    [c.imports, 'ligne d’import', 'lignes d’import'],
  ] as const;
  const presents = dits.flatMap(([n, un, plusieurs]) => (n === 0 ? [] : [compte(n, un, plusieurs)]));
  return presents.length === 0 ? 'rien de plus' : presents.join(', ');
}

/** The report of a purge: what it would do, does or did. */
export function renderPurge(x: PurgeSuivie): string {
  const personnes = compte(x.total - x.ecartees, 'personne');
  const lignes = [
    `Purge ${x.id} : ${ETATS[x.etat]}. Conservation : ${x.mois} mois après le dernier contact.`,
    `Demandée par ${x.par}${x.confirmePar === null ? '' : `, confirmée par ${x.confirmePar}`}.`,
    x.etat === 'apercu'
      ? `${personnes} à effacer : ${renderComptes(x.comptes)}.`
      : `${compte(x.effacees, 'personne effacée', 'personnes effacées')} sur ${x.total}, ${compte(x.ecartees, 'écartée')} : ${renderComptes(x.comptes)}.`,
  ];
  return `${lignes.join('\n')}\n`;
}

/** One person, by her opaque id alone. */
export function renderPersonne({ id, etat, raison, contactLe, comptes }: PersonnePurgee): string {
  const dit =
    etat === 'ecartee' && raison !== null ? `écartée, ${raisonsDeGarder[raison]}` : renderComptes(comptes);
  return `  ${id}  dernier contact le ${ditJour(contactLe)} : ${dit}\n`;
}
