import { ditJour, compte } from '../domain/parcours/dire';
import { jourAt } from '../domain/temps/heure-locale';
import type { EtatImport, ImportSuivi } from '../registre/imports/imports';

const ETATS: Readonly<Record<EtatImport, string>> = {
  lecture: 'en cours de lecture',
  apercu: 'aperçu, rien n’est inscrit',
  en_cours: 'en cours',
  fini: 'fini',
};

/** The report of an import: what it would do, does or did. */
export function renderImport(x: ImportSuivi): string {
  const lignes = [
    `Import ${x.id} : ${ETATS[x.etat]}.`,
    `${compte(x.total, 'ligne')} : ${x.crees} à créer, ${x.corriges} à corriger, ${x.inchanges} sans changement, ${compte(x.rejetes, 'rejet')}.`,
  ];
  if (x.etat !== 'apercu')
    lignes[1] = lignes[1]?.replace('à créer', 'créées').replace('à corriger', 'corrigées') ?? '';
  if (x.etat === 'apercu' && x.crees > 0)
    lignes.push(
      x.parJour === 0
        ? `Toutes les ouvertures auront lieu à la confirmation${x.silencieux ? '' : ', et leurs convocations partiront aussitôt'}.`
        : `Ouvertures étalées sur ${compte(x.jours, 'jour ouvré', 'jours ouvrés')}, ${x.parJour} par jour et par référent.`,
    );
  if (x.silencieux)
    lignes.push(
      'Import silencieux : rien n’est écrit à l’ouverture ; chaque référent a une convocation à imprimer et à remettre.',
    );
  if (x.etat === 'en_cours')
    lignes.push(
      `${compte(x.aInscrire, 'personne')} à inscrire, ${x.aOuvrir} parcours à ouvrir${derniere(x)}. Le worker s’en charge.`,
    );
  return `${lignes.join('\n')}\n`;
}

const derniere = ({ derniereOuvertureA: a }: ImportSuivi) =>
  a === null ? '' : `, le dernier le ${ditJour(jourAt(a, 'metropole'))}`;
