import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Instant } from '../../domain/temps/instant';
import { referents, structures } from '../departement/lieux';
import { ask } from '../oracle/marche';
import { createMonde, type Monde } from '../oracle/monde';
import type { VieSuivie } from '../oracle/histoire';
import { sixVies } from '../vies/six-vies';
import type { Vie } from '../vies/vie';
import type { Guichet } from './guichet';

type LigneCsv = Readonly<
  Record<
    'identifiant' | 'prénom' | 'nom' | 'courriel' | 'téléphone' | 'adresse' | 'référent' | 'obligations',
    string
  >
>;

const ORIENTATION = '2025-01-03';
const DISPOSITIF = { code: 'faire', edition: '2025' };

/** A département's file, as it would come: people, their référent, whether they are subject to obligations. */
function readFichier(): readonly LigneCsv[] {
  const contenu = readFileSync(path.join(__dirname, '..', 'beneficiaires.csv'), 'utf8');
  return parse(contenu, { columns: true, delimiter: ';', bom: true, skip_empty_lines: true });
}

export type Ouvertes = {
  readonly monde: Monde;
  readonly suivies: readonly VieSuivie[];
  readonly structureId: string;
};

/** Opens the six parcours through the API, and the same ones in the oracle's world, under the ids that the API gave. */
export async function openParcours(g: Guichet, maintenant: Instant): Promise<Ouvertes> {
  const [structure] = structures;
  if (structure === undefined) throw new Error('Aucune structure.');
  const { id: structureId } = await g.post<{ id: string }>('/structures', sansId(structure));
  const equipe = new Map<string, string>();
  const monde = createMonde({
    maintenant,
    structures: [{ id: structureId, zone: structure.zone, fermetures: [] }],
    referents: [],
    personnes: [],
  });
  for (const r of referents.filter((x) => x.structureId === structure.id)) {
    const { prenom, nom, courriel, telephone, maximumParJour, permanences } = r;
    const { id } = await g.post<{ id: string }>('/referents', {
      structureId,
      prenom,
      nom,
      courriel,
      telephone,
      maximumParJour,
    });
    for (const p of permanences) await g.post(`/referents/${id}/permanences`, sansId(p));
    equipe.set(prenom, id);
    monde.referents.set(id, { id, structureId, permanences, absences: [], maximumParJour });
  }
  const suivies: VieSuivie[] = [];
  for (const ligne of readFichier()) {
    const vie = sixVies.find((v) => v.idExterne === ligne.identifiant);
    const referentId = equipe.get(ligne.référent);
    if (vie === undefined || referentId === undefined)
      throw new Error(`Ligne inconnue : ${ligne.identifiant}`);
    suivies.push({ parcoursId: await openOne(g, monde, ligne, { structureId, referentId }), vie });
  }
  return { monde, suivies: inOrder(suivies), structureId };
}

async function openOne(
  g: Guichet,
  monde: Monde,
  ligne: LigneCsv,
  ids: { readonly structureId: string; readonly referentId: string },
): Promise<string> {
  const { id: beneficiaireId } = await g.post<{ id: string }>('/beneficiaires', {
    idExterne: ligne.identifiant,
    prenom: ligne.prénom,
    nom: ligne.nom,
    courriel: ligne.courriel,
    telephone: ligne.téléphone,
    adresse: ligne.adresse,
  });
  const ouverture = {
    ...ids,
    beneficiaireId,
    dispositif: DISPOSITIF,
    orientationNotifieeLe: ORIENTATION,
    soumisAuxObligations: ligne.obligations === 'oui',
  };
  const { id } = await g.post<{ id: string }>('/parcours', ouverture);
  await settle(g);
  monde.personnes.set(beneficiaireId, 'joignable');
  ask(monde, id, { type: 'openParcours', ...ouverture, zone: 'metropole' } as never, 'agent:demonstration');
  return id;
}

/** Waits until the engine has done all that is due at this very instant: the order of slots is then the oracle's. */
async function settle(g: Guichet): Promise<void> {
  const { maintenant } = await g.get<{ maintenant: Instant }>('/horloge');
  await walk(g, maintenant, () => undefined);
}

export type Avance = {
  readonly rendueA: Instant | null;
  readonly pas: number;
  readonly attente: string | null;
};

/** Asks for a walk and follows it to its end. */
export async function walk(g: Guichet, a: Instant, suit: (avance: Avance) => void): Promise<number> {
  const { id } = await g.post<{ id: string }>('/horloge/promenades', { vers: 'instant', a });
  for (;;) {
    const avance = await g.get<Avance & { finie: boolean }>(`/horloge/promenades/${id}`);
    suit(avance);
    if (avance.finie) return avance.pas;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Gestures of one evening are made in the order of the file, in the oracle as on the real engine. */
function inOrder(suivies: readonly VieSuivie[]): readonly VieSuivie[] {
  const rang = (vie: Vie) => sixVies.indexOf(vie);
  return [...suivies].sort((x, y) => rang(x.vie) - rang(y.vie));
}

/** The API gives the ids. */
function sansId(x: object): object {
  return Object.fromEntries(Object.entries(x).filter(([cle]) => cle !== 'id'));
}
