import type { FaitDe } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { cleRendezVous } from '../rendez-vous/rendez-vous';
import { SANS, type CourrielVoulu } from './courriel';

export function rendezVousCourriel(
  apres: Parcours,
  rendezVousId: number,
  modele: CourrielVoulu['modele'],
  suffixe: string,
): CourrielVoulu {
  const revision = revisionOf(apres, rendezVousId) ?? 1;
  return {
    cle: `${cleRendezVous({ id: rendezVousId, revision })}:${suffixe}`,
    modele,
    destinataire: 'personne',
    ...SANS,
    rendezVousId,
    revision,
  };
}

export function revisionOf(p: Parcours, rendezVousId: number | null): number | null {
  return p.rendezVous.find((r) => r.id === rendezVousId)?.revision ?? null;
}

/** R17 — a convocation that the relay refused: the référent is told at once. Without an address it is a line and a task. */
export function courrielNonRemise(fait: FaitDe<'lettre_a_faire'>, apres: Parcours): readonly CourrielVoulu[] {
  const convoque = fait.modele === 'convocation' || fait.modele === 'deplacement';
  if (!convoque || (fait.raison !== 'adresse_refusee' && fait.raison !== 'contenu_refuse')) return [];
  return [
    {
      ...SANS,
      cle: `${fait.courrielCle}:non_remise`,
      modele: 'convocation_non_remise',
      destinataire: 'referent',
      rendezVousId: fait.rendezVousId,
      revision: revisionOf(apres, fait.rendezVousId),
    },
  ];
}
