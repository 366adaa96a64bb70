import type { CodeAvis } from '../parcours/avis';
import type { FaitDe } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { findDispositif } from '../dispositifs/en-vigueur';
import { estProche } from '../reponses/gestes-reponse';
import type { Reponse } from '../reponses/reponse';
import type { Instant } from '../temps/instant';
import type { CourrielVoulu } from './courriel';

type DuRendezVous = FaitDe<'venue_confirmee' | 'empechement_annonce'>;

/** R42 — what the référent must learn: that she cannot come, that she finally can, why she did not. */
export function findAvisReponse(
  fait: DuRendezVous | FaitDe<'motif_repondu'>,
  apres: Parcours,
): CodeAvis | null {
  if (fait.type === 'motif_repondu') return 'motif_repondu';
  if (fait.type === 'empechement_annonce') return 'empechement_annonce';
  return estDedite(fait, apres) ? 'venue_finalement' : null;
}

/** R42 — near enough, it is told by a mail of its own: the digest of the next morning would be late. */
export function estADireAussitot(fait: DuRendezVous, a: Instant, apres: Parcours): boolean {
  const rdv = apres.rendezVous.find((r) => r.id === fait.rendezVousId);
  const dispositif = findDispositif(apres.dispositif);
  if (rdv === undefined || dispositif === null) return false;
  return findAvisReponse(fait, apres) !== null && estProche(rdv, a, { dispositif, zone: apres.zone });
}

/** Its clé names the answer: only the last one is still worth sending. */
export function courrielReponse({ rendezVousId, revision }: DuRendezVous, apres: Parcours): CourrielVoulu {
  return {
    cle: `reponse:${apres.reponses.length}:referent`,
    modele: 'reponse_personne',
    destinataire: 'referent',
    rendezVousId,
    revision,
    manquement: null,
    bilan: null,
    lettre: null,
  };
}

/** She had said of this very hour that she could not come. */
function estDedite({ rendezVousId, revision }: DuRendezVous, { reponses }: Parcours): boolean {
  const deLHeure = (r: Reponse) =>
    r.quoi !== 'motif' && r.rendezVousId === rendezVousId && r.revision === revision;
  return reponses.slice(0, -1).findLast(deLHeure)?.quoi === 'empechement';
}
