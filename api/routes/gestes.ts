import { z } from 'zod';
import type { CodeZone } from '../../domain/temps/zones';
import {
  findAppartenance,
  findBeneficiaire,
  findZone,
  readReferences,
} from '../../registre/listes/references.prisma';
import { identifiant } from '../contrat/champs';
import { gestes } from '../contrat/demandes';
import { readWith } from '../contrat/fautes';
import type { DemandeLue, Geste } from '../contrat/geste';
import { accuse } from '../contrat/accuse';
import { askParcours } from '../demander';
import type { Dependances } from '../dependances';
import { newId } from '../../registre/identifiants';
import { ProblemeLeve, problemeOf } from '../probleme';
import { fautesOf } from './ouverture';
import { V1, type Brute, type Route } from '../route';

const id = identifiant('Identifiant du parcours.');
const duParcours = z.looseObject({ id });

/** One route for each gesture of the table of demandes. */
export const routesGestes: readonly Route[] = Object.values(gestes).map((geste: Geste) => ({
  methode: 'post',
  chemin: `${V1}/parcours/{id}${geste.chemin}`,
  groupe: 'Gestes',
  operation: geste.type,
  resume: geste.resume,
  ...(geste.description !== undefined && { description: geste.description }),
  params: z.strictObject({ id, ...geste.cible.shape }),
  recherche: z.strictObject({}),
  corps: geste.corps,
  refuse: true,
  etag: 'rang',
  siVersion: 'permise',
  reponses: { 200: { description: 'La demande est enregistrée.', schema: accuse } },
  async answer(brute, d) {
    const { parcoursId, lue } = await readDemande(geste, brute, d);
    const { jeton, idempotence, versions } = brute;
    return askParcours(d, { parcoursId, ...lue, agent: jeton.agent, idempotence, versions }, 200);
  },
}));

async function readDemande(
  geste: Geste,
  { params, corps }: Brute,
  d: Dependances,
): Promise<{ readonly parcoursId: string; readonly lue: DemandeLue }> {
  const adresse = readWith(duParcours, params);
  if (!adresse.ok) throw new ProblemeLeve(problemeOf('introuvable'));
  const { id: parcoursId, ...cible } = adresse.valeur;
  if (!geste.cible.safeParse(cible).success) throw new ProblemeLeve(problemeOf('introuvable'));
  const lecture = geste.parse(cible, corps);
  if (!lecture.ok) throw new ProblemeLeve(problemeOf('saisie_invalide', { erreurs: lecture.fautes }));
  const { horaire, build } = lecture.valeur;
  const lue = build(horaire ? await zoneOf(parcoursId, d) : 'metropole');
  await checkReferent(parcoursId, lue, d);
  return { parcoursId, lue: await completeReorientation(parcoursId, lue, d) };
}

/** R35 — the place where the next parcours opens, with its zone and its référent, and the id that it will bear. */
async function completeReorientation(
  parcoursId: string,
  lue: DemandeLue,
  d: Dependances,
): Promise<DemandeLue> {
  const { demande } = lue;
  if (demande.type !== 'reorientParcours') return lue;
  const beneficiaireId = await findBeneficiaire(d.base, parcoursId);
  if (beneficiaireId === null) throw new ProblemeLeve(problemeOf('introuvable'));
  const references = await readReferences(d.base, { ...demande, beneficiaireId });
  const erreurs = [...fautesOf(demande, references)];
  const { zone, idExterne, parcours } = references;
  if (erreurs.length > 0 || zone === null) throw new ProblemeLeve(problemeOf('saisie_invalide', { erreurs }));
  const suivantId = newId(d, `parcours:${idExterne ?? ''}:${parcours + 1}`);
  return { ...lue, demande: { ...demande, zone, suivantId } };
}

/** The wall on which an hour was given. */
async function zoneOf(parcoursId: string, { base }: Dependances): Promise<CodeZone> {
  const zone = await findZone(base, parcoursId);
  if (zone === null) throw new ProblemeLeve(problemeOf('introuvable'));
  return zone;
}

/** A référent follows the parcours of his structure; an unknown one reads the same as one of elsewhere. */
async function checkReferent(parcoursId: string, { demande }: DemandeLue, { base }: Dependances) {
  if (demande.type !== 'assignReferent' && demande.type !== 'changeReferent') return;
  const sien = await findAppartenance(base, parcoursId, demande.referentId);
  if (sien === null) throw new ProblemeLeve(problemeOf('introuvable'));
  if (sien) return;
  const message = 'aucun référent de la structure de ce parcours ne porte cet identifiant.';
  throw new ProblemeLeve(problemeOf('saisie_invalide', { erreurs: [{ champ: 'referentId', message }] }));
}
