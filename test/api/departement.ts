import { idOf, type createAppel } from './essai';

type Appel = ReturnType<typeof createAppel>;

export const DISPOSITIF = { code: 'faire', edition: '2025' };
/** A Monday morning. */
const DEPART = '2025-01-06T08:00:00.000Z';

/** A structure, a référent who receives on Mondays, and a frozen clock; then people as they are asked for. */
export async function createDepartement(appelle: Appel) {
  await appelle('post', '/horloge/gel', { corps: { a: DEPART } });
  const structure = await appelle('post', '/structures', {
    corps: {
      ...{ code: 'toulon', nom: 'Antenne de Toulon', zone: 'metropole', telephone: '04 94 00 00 00' },
      ...{ adresse: '1 rue de la Gare\n83000 Toulon', responsableNom: 'Alix Canari' },
      responsableCourriel: 'alix.canari@example.org',
    },
  });
  const structureId = idOf(structure);
  const referent = await appelle('post', '/referents', {
    corps: {
      ...{ structureId, prenom: 'Zoé', nom: 'Canari', courriel: 'zoe.canari@example.org' },
      ...{ telephone: '04 94 00 00 01', maximumParJour: 8 },
    },
  });
  const referentId = idOf(referent);
  await appelle('post', `/referents/${referentId}/permanences`, {
    corps: { jourDeSemaine: 1, de: '09:00', a: '12:00', dureeMinutes: 45 },
  });
  return { structureId, referentId };
}

export async function createPersonne(appelle: Appel, idExterne: string): Promise<string> {
  const inscrite = await appelle('post', '/beneficiaires', {
    corps: { idExterne, prenom: 'Ana', nom: 'Canari', courriel: 'ana.canari@example.org' },
  });
  return idOf(inscrite);
}

export function ouvertureDe(beneficiaireId: string, structureId: string, referentId: string | null) {
  return {
    ...{ beneficiaireId, structureId, referentId, dispositif: DISPOSITIF },
    ...{ orientationNotifieeLe: '2025-01-02', soumisAuxObligations: true },
  };
}
