/** Real things for the generated requests to name: without them, each would only meet a 404. */
export type Connus = Readonly<
  Record<'structures' | 'referents' | 'beneficiaires' | 'parcours', readonly string[]>
>;

const MAINTENANT = '2025-06-02T08:00:00.000Z';
const DISPOSITIF = { code: 'faire', edition: '2025' };
/** From a parcours that nobody follows yet to one that is over. */
const PARCOURS = ['sans_referent', 'ouvert', 'signe', 'signe', 'clos'] as const;

/** A small département, written by the API itself. */
export async function populate(api: string, jeton: string): Promise<Connus> {
  const post = async (chemin: string, corps: object): Promise<string> => {
    const reponse = await fetch(`${api}/api/v1${chemin}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${jeton}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(corps),
    });
    if (!reponse.ok) throw new Error(`${chemin} : ${reponse.status} ${await reponse.text()}`);
    return ((await reponse.json()) as { id?: string }).id ?? '';
  };
  await post('/horloge/gel', { a: MAINTENANT });
  const structureId = await post('/structures', structureOf('centre'));
  const referents: string[] = [];
  for (const nom of ['Un', 'Deux']) {
    const referentId = await post('/referents', { structureId, ...referentOf(nom) });
    for (const jourDeSemaine of [1, 2, 4])
      await post(`/referents/${referentId}/permanences`, {
        jourDeSemaine,
        de: '09:00',
        a: '17:00',
        dureeMinutes: 30,
      });
    referents.push(referentId);
  }
  const [referentId = ''] = referents;
  const beneficiaires: string[] = [];
  const parcours: string[] = [];
  for (const [i, etat] of PARCOURS.entries()) {
    const fiche = { idExterne: `fuzz-${i}`, prenom: 'Ana', nom: 'Essai', courriel: `ana${i}@example.org` };
    const beneficiaireId = await post('/beneficiaires', fiche);
    const ouvert = { beneficiaireId, structureId, dispositif: DISPOSITIF, soumisAuxObligations: true };
    const id = await post('/parcours', {
      ...{ ...ouvert, orientationNotifieeLe: '2025-05-26' },
      referentId: etat === 'sans_referent' ? null : referentId,
    });
    if (etat === 'signe' || etat === 'clos') await post(`/parcours/${id}/contrat`, { signeLe: '2025-06-02' });
    if (etat === 'clos') await post(`/parcours/${id}/sortie`, { motif: 'cdi', le: '2025-06-02' });
    beneficiaires.push(beneficiaireId);
    parcours.push(id);
  }
  beneficiaires.push(await post('/beneficiaires', { idExterne: 'fuzz-libre', prenom: 'Léo', nom: 'Essai' }));
  return { structures: [structureId], referents, beneficiaires, parcours };
}

function structureOf(code: string) {
  return {
    ...{ code: `fuzz-${code}`, nom: `Antenne ${code}`, zone: 'metropole', telephone: '04 94 00 00 00' },
    ...{ adresse: '1 rue de la Gare\n83000 Toulon', responsableNom: 'Alix Essai' },
    responsableCourriel: `alix.${code}@example.org`,
  };
}

function referentOf(nom: string) {
  return {
    ...{ prenom: 'Zoé', nom, courriel: `zoe.${nom.toLowerCase()}@example.org` },
    ...{ telephone: '04 94 00 00 01', maximumParJour: 12 },
  };
}
