import { randomUUID } from 'node:crypto';
import type { Requete } from './cadence';

const JOURS = 36;
const CRENEAUX = 16;

type Appel = (chemin: string, corps: object) => Promise<Record<string, unknown>>;

/** Many parcours of a few référents, opened through the API, on a frozen clock; then as many free slots as asked. */
export async function peuple(url: string, jeton: string, { referents = 20, parcours = 200 } = {}) {
  const entetes = { Authorization: `Bearer ${jeton}` };
  const appelle: Appel = async (chemin, corps) => {
    const rendu = await fetch(`${url}/api/v1${chemin}`, {
      method: 'POST',
      headers: { ...entetes, 'Content-Type': 'application/json' },
      body: JSON.stringify(corps),
    });
    const lu = (await rendu.json()) as Record<string, unknown>;
    if (!rendu.ok)
      throw new Error(
        `${chemin} : ${rendu.status} ${String(lu['detail'])} ${JSON.stringify(lu['erreurs'] ?? '')}`,
      );
    return lu;
  };
  await appelle('/horloge/gel', { a: '2025-01-06T08:00:00.000Z' });
  const structureId = idOf(
    await appelle('/structures', {
      ...{ code: 'banc', nom: 'Antenne du banc', zone: 'metropole', telephone: '04 00 00 00 90' },
      ...{ adresse: '1 rue du Banc\n83000 Toulon', responsableNom: 'Alix Banc' },
      responsableCourriel: 'alix.banc@example.org',
    }),
  );
  const equipe: string[] = [];
  for (let i = 0; i < referents; i++) {
    const id = idOf(
      await appelle('/referents', {
        ...{ structureId, prenom: 'Zoé', nom: `Banc ${i}`, courriel: `zoe.banc.${i}@example.org` },
        ...{ telephone: '04 00 00 00 91', maximumParJour: CRENEAUX + 4 },
      }),
    );
    await appelle(`/referents/${id}/permanences`, {
      jourDeSemaine: 5,
      de: '08:00',
      a: '18:00',
      dureeMinutes: 30,
    });
    equipe.push(id);
  }
  const ouverts: string[] = [];
  for (let i = 0; i < parcours; i++) {
    const corps = { idExterne: `banc-${i}`, prenom: 'Ana', nom: 'Banc', courriel: `ana.${i}@example.org` };
    const beneficiaireId = idOf(await appelle('/beneficiaires', corps));
    ouverts.push(
      idOf(
        await appelle('/parcours', {
          ...{ beneficiaireId, structureId, referentId: equipe[i % referents] },
          ...{ dispositif: { code: 'faire', edition: '2025' }, orientationNotifieeLe: '2025-01-02' },
          soumisAuxObligations: true,
        }),
      ),
    );
  }
  let n = 0;
  /** The next write: an appointment in a slot that nobody has asked for yet, on the next parcours. */
  return function nextEcriture(): Requete {
    const parcoursId = ouverts[n % parcours] ?? '';
    const rang = Math.floor(n / referents);
    if (rang >= JOURS * CRENEAUX)
      throw new Error('Plus de créneau : moins de requêtes, ou plus de référents.');
    n += 1;
    return {
      chemin: `/api/v1/parcours/${parcoursId}/rendez-vous`,
      corps: JSON.stringify({ debut: debutOf(rang), dureeMinutes: 15 }),
      entetes: { ...entetes, 'Idempotency-Key': randomUUID() },
    };
  };
}

/** Tuesdays to Thursdays from February, every half hour. */
function debutOf(rang: number): string {
  const [jour, creneau] = [Math.floor(rang / CRENEAUX), rang % CRENEAUX];
  const le = Date.UTC(2025, 1, 4 + Math.floor(jour / 3) * 7 + (jour % 3), 7);
  return new Date(le + creneau * 30 * 60_000).toISOString();
}

function idOf(rendu: Record<string, unknown>): string {
  const { id } = rendu;
  if (typeof id !== 'string') throw new Error('Rien n’a été créé.');
  return id;
}
