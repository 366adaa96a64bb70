import { estEncoreVraie } from '../../domain/courriels/lignes-vraies';
import { dropSiPerime } from '../../domain/courriels/abandon';
import { jourDuRecapitulatif } from '../../domain/courriels/recapitulatif';
import type { CourrielVoulu } from '../../domain/courriels/courriel';
import { enVigueur } from '../../domain/dispositifs/en-vigueur';
import type { Conclusion } from '../../domain/parcours/conclusion';
import { recapitulatifAt, type Contexte } from '../../domain/parcours/contexte';
import { agendaVouluOf, decide, decideConstat } from '../../domain/parcours/decide';
import type { Demande } from '../../domain/parcours/demandes';
import { prochaineEcheance } from '../../domain/parcours/echeancier';
import { openingOf } from '../../domain/parcours/reorientation';
import { honourDues, honourEcheance } from '../../domain/parcours/honour';
import { lecteurOf } from '../../domain/parcours/lecteur';
import type { Acteur } from '../../domain/parcours/faits';
import { explainRefus } from '../../domain/refus';
import type { Instant } from '../../domain/temps/instant';
import type { CivilDate } from '../../domain/temps/jour';
import { contexteDuMonde, getDuMonde, type Monde } from './monde';

/** A person's demande at this instant of the world. A life that is refused is badly written: it stops the oracle. */
export function ask(m: Monde, parcoursId: string, demande: Demande, par: Acteur): void {
  const connu = m.parcours.get(parcoursId)?.etat ?? null;
  if (connu === null) {
    if (demande.type !== 'openParcours') throw new Error('Un parcours commence par son ouverture.');
    const futur = { ...demande, referent: null, remplacements: [] };
    conclut(
      m,
      parcoursId,
      getAccepte(decide(parcoursId, demande, null, contextePour(m, futur, demande), par), demande),
    );
  } else {
    const ctx = contexteDuMonde(m, connu);
    const dues = honourDues(connu, ctx);
    conclut(m, parcoursId, dues);
    const { apres } = dues;
    const pourDecider = contextePour(m, apres, demande, agendaVouluOf(demande, apres));
    conclut(m, parcoursId, getAccepte(decide(parcoursId, demande, apres, pourDecider, par), demande));
    // R35 — the next parcours opens in the same act.
    if (demande.type === 'reorientParcours') ask(m, demande.suivantId, openingOf(demande, connu), par);
  }
  settle(m);
}

/** R24 — confided to a référent, a parcours is lent to whoever stands in for him. */
function contextePour(
  m: Monde,
  p: Parameters<typeof contexteDuMonde>[1],
  demande: Demande,
  referentId?: string | null,
): Contexte {
  const ctx = contexteDuMonde(m, p, referentId);
  const confie = 'referentId' in demande ? demande.referentId : null;
  const remplacements = confie === null ? undefined : m.remplacements.get(confie);
  return remplacements === undefined ? ctx : { ...ctx, remplacements };
}

function getAccepte(decision: ReturnType<typeof decide>, demande: Demande): Conclusion {
  if (decision.accepte) return decision.conclusion;
  throw new Error(`${demande.type} : ${explainRefus(decision.refus)}`);
}

/** Walks to an instant, from échéance to échéance, exactly as the worker's walk does. */
export function walkTo(m: Monde, jusquA: Instant): void {
  settle(m);
  for (;;) {
    const prochain = findProchain(m);
    if (prochain === null || prochain > jusquA) break;
    m.maintenant = prochain;
    settle(m);
  }
  if (jusquA > m.maintenant) m.maintenant = jusquA;
}

function findProchain(m: Monde): Instant | null {
  const instants = [...m.parcours.values()].flatMap(({ prochaine }) =>
    prochaine === null ? [] : [prochaine.a],
  );
  for (const [structureId, jours] of m.matinees)
    for (const le of jours) instants.push(recapitulatifDe(m, structureId, le));
  return instants.reduce<Instant | null>((min, a) => (min === null || a < min ? a : min), null);
}

/** Serves all that is due, in the order (instant, id), until nothing stirs; then the digests of that instant. */
function settle(m: Monde): void {
  for (;;) {
    const dus = [...m.parcours.entries()].flatMap(([id, { prochaine }]) =>
      prochaine !== null && prochaine.a <= m.maintenant ? [{ id, a: prochaine.a }] : [],
    );
    const premier = dus.sort((x, y) => (x.a !== y.a ? (x.a < y.a ? -1 : 1) : x.id < y.id ? -1 : 1))[0];
    if (premier === undefined) break;
    serve(m, premier.id);
  }
  for (const [structureId, jours] of m.matinees) {
    const dus = [...jours].filter((le) => recapitulatifDe(m, structureId, le) <= m.maintenant).sort();
    const dernier = dus.at(-1);
    if (dernier !== undefined) sendRecapitulatifs(m, structureId, dernier);
  }
}

function serve(m: Monde, id: string): void {
  for (;;) {
    const { etat, prochaine } = getDuMonde(m.parcours, id);
    if (prochaine === null || prochaine.a > m.maintenant) return;
    conclut(m, id, honourEcheance(prochaine, etat, contexteDuMonde(m, etat)));
  }
}

function conclut(m: Monde, id: string, conclusion: Conclusion): void {
  if (conclusion.faits.length === 0) return;
  const journal = m.parcours.get(id)?.journal ?? [];
  journal.push(...conclusion.faits);
  const { apres } = conclusion;
  const ctx = contexteDuMonde(m, apres);
  m.parcours.set(id, { etat: apres, journal, prochaine: prochaineEcheance(apres, ctx) });
  const le = jourDuRecapitulatif(m.maintenant, ctx);
  for (const ligne of conclusion.lignes) {
    m.lignes.push({ ...ligne, parcoursId: id, structureId: apres.structureId, le, emise: false });
    m.matinees.set(apres.structureId, (m.matinees.get(apres.structureId) ?? new Set()).add(le));
  }
  for (const courriel of conclusion.courriels) send(m, id, courriel);
}

/** The relay of the oracle answers at once, at the same instant. */
function send(m: Monde, id: string, voulu: CourrielVoulu): void {
  const { etat } = getDuMonde(m.parcours, id);
  const ctx = contexteDuMonde(m, etat);
  const abandon = dropSiPerime(voulu, etat, ctx);
  if (abandon !== null) {
    conclut(m, id, abandon);
    return;
  }
  const { cle, modele, destinataire, rendezVousId, revision } = voulu;
  if (destinataire === 'personne' && m.personnes.get(etat.beneficiaireId) === 'adresse_refusee') {
    conclut(
      m,
      id,
      decideConstat(
        { type: 'courriel_refuse', raison: 'adresse_refusee', courrielCle: cle, modele, rendezVousId },
        etat,
        ctx,
      ),
    );
    return;
  }
  const { structureId } = etat;
  m.courriels.push({
    parcoursId: id,
    structureId,
    cle,
    modele,
    destinataire,
    revision,
    a: m.maintenant,
    voulu,
  });
  if (destinataire === 'personne' && voulu.lettre !== null)
    conclut(m, id, decideConstat({ type: 'courriel_accepte', courrielCle: cle }, etat, ctx));
}

/** R17 — one digest for each reader who has a line that still holds. */
function sendRecapitulatifs(m: Monde, structureId: string, le: CivilDate): void {
  const dues = m.lignes.filter((l) => l.structureId === structureId && l.le <= le && !l.emise);
  const lecteurs = new Set<string>();
  for (const ligne of dues) {
    const { etat } = getDuMonde(m.parcours, ligne.parcoursId);
    if (!estEncoreVraie(ligne, etat, contexteDuMonde(m, etat))) continue;
    const referent = ligne.pour === 'referent' ? (ligne.lecteurId ?? lecteurOf(etat, le)) : null;
    lecteurs.add(referent === null ? 'responsable' : `referent:${referent}`);
  }
  m.lignes = m.lignes.map((l) => (dues.includes(l) ? { ...l, emise: true } : l));
  for (const jour of m.matinees.get(structureId) ?? [])
    if (jour <= le) m.matinees.get(structureId)?.delete(jour);
  for (const lecteur of [...lecteurs].sort())
    m.courriels.push({
      parcoursId: null,
      structureId,
      cle: `recapitulatif:${lecteur}:${le}`,
      modele: 'recapitulatif',
      destinataire: lecteur === 'responsable' ? 'responsable' : 'referent',
      revision: null,
      a: m.maintenant,
      voulu: null,
    });
}

/** Digests keep the hour of the structure; every edition in force has the same one today. */
export function recapitulatifDe(m: Monde, structureId: string, le: CivilDate): Instant {
  const [dispositif] = enVigueur;
  if (dispositif === undefined) throw new Error('Aucune édition en vigueur.');
  return recapitulatifAt(le, { dispositif, zone: getDuMonde(m.structures, structureId).zone });
}
