import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Instant } from '../../domain/temps/instant';
import type { DemandeDe } from '../../domain/parcours/demandes';
import { lieuxDesVies, referentsDesVies, type LieuDeVie } from '../departement/lieux';
import { readRangees } from '../../imports/csv';
import { idDeLApi } from '../identite';
import { ask } from '../oracle/marche';
import { createMonde, type Monde } from '../oracle/monde';
import { suivantsOf, type VieSuivie } from '../oracle/histoire';
import { DEBUT, programmeOf, type Vie } from '../vies/vie';
import type { Guichet } from './guichet';

type LigneCsv = Readonly<
  Record<
    'identifiant' | 'prénom' | 'nom' | 'courriel' | 'téléphone' | 'adresse' | 'référent' | 'obligations',
    string
  >
>;

const FICHIERS = {
  six: ['beneficiaires.csv'],
  toutes: ['beneficiaires.csv', 'beneficiaires-de-la-loi.csv', 'beneficiaires-du-portefeuille.csv'],
};

/** A département's file, as it would come: people, their référent, whether they are subject to obligations. */
async function* readFichier(fichier: string): AsyncGenerator<LigneCsv> {
  let entetes: readonly string[] | null = null;
  for await (const { cellules } of readRangees(createReadStream(path.join(__dirname, '..', fichier)))) {
    if (entetes === null) entetes = cellules;
    else yield Object.fromEntries(entetes.map((e, i) => [e, cellules[i] ?? ''])) as LigneCsv;
  }
}

async function* readFichiers(fichiers: readonly string[]): AsyncGenerator<LigneCsv> {
  for (const fichier of fichiers) yield* readFichier(fichier);
}

export type Ouvertes = {
  readonly monde: Monde;
  readonly suivies: readonly VieSuivie[];
  readonly structures: readonly string[];
};

/**
 * Enters people and places through the API, and the same ones in the oracle's world, under the ids that the API
 * gives. A life without a date of its own opens at once, the others on their day.
 */
export async function openParcours(
  g: Guichet,
  maintenant: Instant,
  vies: readonly Vie[],
  lesquelles: keyof typeof FICHIERS,
): Promise<Ouvertes> {
  const lieux = await createLieux(g, vies);
  const monde = createMonde({
    maintenant,
    structures: lieux.map(({ id, zone }) => ({ id, zone, fermetures: [] })),
    referents: lieux.flatMap(({ equipe }) => equipe.map((r) => ({ ...r, absences: [] }))),
    personnes: [],
  });
  const suivies: VieSuivie[] = [];
  for await (const ligne of readFichiers(FICHIERS[lesquelles])) {
    const vie = vies.find((v) => v.idExterne === ligne.identifiant);
    const lieu = lieux.find(({ equipe }) => equipe.some((r) => r.prenom === ligne.référent));
    if (vie === undefined || lieu === undefined) throw new Error(`Ligne inconnue : ${ligne.identifiant}`);
    const suivie = await enter(g, { ligne, vie, lieu, ailleurs: lieux.find((l) => l.rang === 1) });
    monde.personnes.set(suivie.ouverture.demande.beneficiaireId, 'joignable');
    suivies.push(suivie);
    if (vie.debut !== undefined) continue;
    await postOuverture(g, suivie.parcoursId, suivie.ouverture.demande);
    await settle(g);
    ask(monde, suivie.parcoursId, suivie.ouverture.demande, 'agent:demonstration');
  }
  const ordonnees = inOrder(suivies, vies);
  return {
    monde,
    suivies: [...ordonnees, ...suivantsOf(ordonnees)],
    structures: lieux.map(({ id }) => id),
  };
}

type Lieu = Awaited<ReturnType<typeof createLieu>>;

async function enter(
  g: Guichet,
  x: {
    readonly ligne: LigneCsv;
    readonly vie: Vie;
    readonly lieu: Lieu;
    readonly ailleurs: Lieu | undefined;
  },
): Promise<VieSuivie & Required<Pick<VieSuivie, 'ouverture'>>> {
  const { ligne, vie, lieu, ailleurs } = x;
  const { id: beneficiaireId } = await g.post<{ id: string }>('/beneficiaires', {
    idExterne: ligne.identifiant,
    prenom: ligne.prénom,
    nom: ligne.nom,
    courriel: ligne.courriel,
    telephone: ligne.téléphone,
    adresse: ligne.adresse,
  });
  const suivant = ailleurs && {
    parcoursId: idDeLApi(`parcours:${ligne.identifiant}:2`),
    structureId: ailleurs.id,
    zone: ailleurs.zone,
    referentId: ailleurs.equipe[0]?.id ?? '',
  };
  const { ouvertLe, notifieeLe } = vie.debut ?? DEBUT;
  return {
    parcoursId: idDeLApi(`parcours:${ligne.identifiant}:1`),
    vie,
    autour: { equipe: lieu.equipe.map((r) => r.id), suivant: suivant ?? null },
    ouverture: {
      le: ouvertLe,
      demande: {
        type: 'openParcours',
        structureId: lieu.id,
        referentId: lieu.equipe.find((r) => r.prenom === ligne.référent)?.id ?? null,
        beneficiaireId,
        ...programmeOf(vie),
        orientationNotifieeLe: notifieeLe,
        soumisAuxObligations: ligne.obligations === 'oui',
        zone: lieu.zone,
      },
    },
  };
}

/** The places of these lives, and the one where a reorientation would lead. */
async function createLieux(g: Guichet, vies: readonly Vie[]): Promise<readonly Lieu[]> {
  const rangs = new Set<LieuDeVie>([0, ...vies.map((v) => v.lieu ?? 0)]);
  if (vies.some((v) => v.joueSuivant !== undefined)) rangs.add(1);
  const lieux: Lieu[] = [];
  for (const rang of rangs) lieux.push(await createLieu(g, rang));
  return lieux;
}

async function createLieu(g: Guichet, rang: LieuDeVie) {
  const structure = lieuxDesVies[rang];
  if (structure === undefined) throw new Error('Aucune structure.');
  const { id: structureId } = await g.post<{ id: string }>('/structures', sansId(structure));
  const equipe = [];
  for (const r of referentsDesVies.filter((x) => x.structureId === structure.id)) {
    const { prenom, nom, courriel, telephone, maximumParJour, permanences } = r;
    const fiche = { structureId, prenom, nom, courriel, telephone, maximumParJour };
    const { id } = await g.post<{ id: string }>('/referents', fiche);
    for (const p of permanences) await g.post(`/referents/${id}/permanences`, sansId(p));
    equipe.push({ id, structureId, prenom, permanences, maximumParJour });
  }
  return { rang, id: structureId, zone: structure.zone, equipe };
}

/** The API must give the id that the oracle knew beforehand: the hour of a morning is drawn from it. */
export async function postOuverture(
  g: Guichet,
  parcoursId: string,
  demande: DemandeDe<'openParcours'>,
): Promise<void> {
  const corps = Object.entries(demande).filter(([cle]) => cle !== 'type' && cle !== 'zone');
  const { id } = await g.post<{ id: string }>('/parcours', Object.fromEntries(corps));
  if (id !== parcoursId) throw new Error(`Parcours ${id} au lieu de ${parcoursId}.`);
}

/** Waits until the engine has done all that is due at this very instant: the order of slots is then the oracle's. */
async function settle(g: Guichet): Promise<void> {
  const { maintenant } = await g.get<{ maintenant: Instant }>('/horloge');
  await walk(g, maintenant, () => undefined);
}

/** Followed closely: hundreds of walks follow one another. */
const SUIVI_MS = 15;

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
    await new Promise((resolve) => setTimeout(resolve, SUIVI_MS));
  }
}

/** Gestures of one evening are made in the order of the lives, in the oracle as on the real engine. */
function inOrder(suivies: readonly VieSuivie[], vies: readonly Vie[]): readonly VieSuivie[] {
  return [...suivies].sort((x, y) => vies.indexOf(x.vie) - vies.indexOf(y.vie));
}

/** The API gives the ids. */
function sansId(x: object): object {
  return Object.fromEntries(Object.entries(x).filter(([cle]) => cle !== 'id'));
}
