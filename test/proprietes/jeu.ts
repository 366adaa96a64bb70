import { jourAt } from '../../domain/temps/heure-locale';
import { addMinutes } from '../../domain/temps/instant';
import { addJours, jour } from '../../domain/temps/jour';
import { ask, createMonde, deliver, dossierDe, openIn, walk, wake, type Monde } from '../domain/monde';
import { DEBUT, demandeOf, EDITIONS, type Vie } from './vie';

const IDS = [
  'aaaaaaaa-0000-4000-8000-000000000001',
  'bbbbbbbb-0000-4000-8000-000000000002',
  'cccccccc-0000-4000-8000-000000000003',
];

/** How time passes between two steps: the engine on time, late as chance has it, or woken for nothing as well. */
export type Moteur = 'a_l_heure' | 'en_retard' | 'reveils_vains';

function ouvreMonde(vie: Vie, moteur: Moteur): Monde {
  const du = addJours(jour('2025-03-01'), vie.absentDu);
  const monde = createMonde({
    maintenant: DEBUT,
    agenda: {
      permanences: vie.permanences,
      absences: vie.absentJours === 0 ? [] : [{ du, au: addJours(du, vie.absentJours) }],
      fermetures: [{ du: jour('2025-08-04'), au: jour('2025-08-15') }],
      maximumParJour: vie.maximumParJour,
    },
  });
  // The same mail gets the same answer whenever it leaves. Only a relay that never answers makes the lateness of
  // the next attempt visible in the journal: it is left to the lives that wake late.
  monde.relais = ({ cle }) => {
    let somme = 0;
    for (let i = 0; i < cle.length; i += 1) somme += cle.charCodeAt(i);
    const reponse = vie.relais[somme % vie.relais.length];
    return reponse === undefined || (reponse === 'muet' && moteur !== 'en_retard') ? 'accepte' : reponse;
  };
  return monde;
}

function ouvreParcours(monde: Monde, vie: Vie, i: number): void {
  const demande = {
    type: 'openParcours',
    dispositif: ((vie.placements >> i) & 1) === 0 ? EDITIONS.faire : EDITIONS.placement,
    structureId: 'structure',
    zone: 'metropole',
    beneficiaireId: `beneficiaire-${i}`,
    referentId: i === 2 ? null : 'referent',
    orientationNotifieeLe: jour(i === 1 ? '2024-11-15' : '2025-01-31'),
    soumisAuxObligations: ((vie.volontaires >> i) & 1) === 0,
    ...(((vie.silencieuses >> i) & 1) === 1 && { silencieuse: true as const }),
  } as const;
  const refus = openIn(monde, IDS[i] ?? 'id', demande, ((vie.sansAdresse >> i) & 1) === 0);
  if (refus !== null) throw new Error(refus.code);
  const signe = ((vie.signes >> i) & 1) === 1;
  if (signe) ask(monde, IDS[i] ?? 'id', { type: 'signContrat', signeLe: jourAt(DEBUT, 'metropole') });
}

/** Plays a life to its end. `observe` sees the world after each step. */
export function joue(vie: Vie, moteur: Moteur, observe: (m: Monde) => void = () => undefined): Monde {
  const monde = ouvreMonde(vie, moteur);
  for (let i = 0; i < vie.combien; i += 1) ouvreParcours(monde, vie, i);
  for (const pas of vie.pas) {
    const fin = addMinutes(monde.maintenant, pas.apresMinutes);
    if (moteur === 'reveils_vains') {
      // Half-way and at the end, for nothing, every parcours in another order.
      walk(monde, addMinutes(monde.maintenant, Math.floor(pas.apresMinutes / 2)));
      reveilleTous(monde, pas.x);
    }
    if (moteur === 'en_retard') monde.maintenant = fin;
    else walk(monde, fin);
    if (moteur === 'reveils_vains') reveilleTous(monde, pas.y);

    const id = IDS[pas.qui % vie.combien] ?? 'id';
    const dossier = dossierDe(monde, id);
    if (pas.quoi === 'reveille') reveilleTous(monde, pas.x);
    const demande = demandeOf(pas, dossier.p, monde.maintenant);
    if (demande !== null) ask(monde, id, demande);
    observe(monde);
  }
  reveilleTous(monde, 0);
  for (const dossier of monde.dossiers.values()) deliver(monde, dossier);
  return monde;
}

function reveilleTous(monde: Monde, n: number): void {
  const ids = [...monde.dossiers.keys()];
  for (let i = 0; i < ids.length; i += 1) wake(monde, ids[(i + n) % ids.length] ?? 'id');
}
