import { echeancesDues, prochaineEcheance } from '../../domain/parcours/echeancier';
import { evolve } from '../../domain/parcours/evolve';
import type { FaitInscrit } from '../../domain/parcours/faits';
import type { Parcours } from '../../domain/parcours/parcours';
import { findPauseDu } from '../../domain/pauses/pause';
import { motifsSortie } from '../../domain/parcours/sortie';
import { bilansPrevus } from '../../domain/parcours/bilan';
import { contexteOf } from '../../domain/parcours/contexte';
import { plafondOf, plafondInitial } from '../../domain/parcours/plafond';
import { moisOf, moisSousPlafond, rangDuMois } from '../../domain/rendez-vous/rendez-vous';
import { jourAt } from '../../domain/temps/heure-locale';
import { addDuree, addJours, joursEntre, type CivilDate } from '../../domain/temps/jour';
import { addJoursOuvres, estOuvre, reporteAuJourOuvre } from '../../domain/temps/calendrier';
import { exige } from './faute';
import { verifieSansCadence } from './sans-cadence';
import { verifieSilence } from './silence';
import { prisDans, type Dossier, type Monde } from '../domain/monde';

/** Everything that must hold at the end of any life. */
export function verifie(m: Monde): void {
  verifieAgenda(m);
  for (const d of m.dossiers.values()) {
    verifieJournal(d, m);
    verifieCles(d, m);
    verifiePlafond(d, m);
    verifieSortie(d, m);
    verifieReorientation(d, m);
    verifieRappels(d);
    verifieConvocations(d);
    verifieMois(d, m);
    verifiePauses(d);
    verifieDecalage(d, m);
    verifieApresSortie(d, m);
    verifieSansCadence(d, m);
    verifieSilence(d, m);
  }
}

/** R08 — a slot is taken once, and no day holds more than the declared maximum. */
export function verifieAgenda(m: Monde): void {
  const referents = [...m.dossiers.values()].flatMap(({ p }) => p.rendezVous.map((r) => r.referentId));
  for (const referentId of new Set(referents)) verifieAgendaDe(m, referentId);
}

function verifieAgendaDe(m: Monde, referentId: string): void {
  const pris = [...prisDans(m, referentId)].sort((x, y) => (x.debut < y.debut ? -1 : 1));
  const parJour = new Map<string, number>();
  pris.forEach((c, i) => {
    const suivant = pris[i + 1];
    exige(suivant === undefined || c.fin <= suivant.debut, 'deux rendez-vous se chevauchent', [c, suivant]);
    const le = jourAt(c.debut, m.zone);
    parJour.set(le, (parJour.get(le) ?? 0) + 1);
    exige(estOuvre(le, m.zone), 'un rendez-vous tombe un jour non ouvré', c);
  });
  exige(Math.max(0, ...parJour.values()) <= m.agenda.maximumParJour, 'un jour dépasse le maximum', [
    ...parJour,
  ]);
}

/** The state is the fold of the journal; every prefix is a valid parcours and survives JSON. */
function verifieJournal({ p, journal }: Dossier, m: Monde): void {
  let plie: Parcours | null = null;
  let avant = '';
  journal.forEach((inscrit, i) => {
    exige(inscrit.rang === i + 1, 'le rang suit', inscrit);
    exige(inscrit.a >= avant, 'le journal ne remonte pas le temps', inscrit);
    avant = inscrit.a;
    const suivant = evolve(plie, inscrit, p.id);
    verifiePrefixe(plie, suivant, inscrit);
    if (i % 20 === 0) verifieRelu(suivant, m);
    plie = suivant;
  });
  const texte = JSON.stringify(plie);
  exige(texte === JSON.stringify(p), 'l’état est le pli du journal', [plie, p]);
  exige(
    JSON.stringify(JSON.parse(texte)) === texte && !/undefined|NaN|null,null/.test(texte),
    'l’état survit à JSON',
  );
}

/** A journal cut anywhere is a parcours still: it is stored, read again, and says the same next échéance. */
function verifieRelu(p: Parcours, m: Monde): void {
  const relu = JSON.parse(JSON.stringify(p)) as Parcours;
  exige(
    JSON.stringify(prochaineEcheance(relu, contexteOf(m, p))) ===
      JSON.stringify(prochaineEcheance(p, contexteOf(m, p))),
    'un journal coupé reste un parcours',
    p,
  );
}

function verifiePrefixe(avant: Parcours | null, p: Parcours, inscrit: FaitInscrit): void {
  exige(p.rang === inscrit.rang && p.dernierFaitA === inscrit.a, 'l’état porte son rang', inscrit);
  const genres = p.manquements.filter((m) => m.etat.etat !== 'clos').map((m) => m.genre);
  exige(
    new Set(genres).size === genres.length,
    'R30 — un seul manquement ouvert à la fois pour chaque genre',
    p.manquements,
  );
  exige(
    p.soumisAuxObligations || p.manquements.length === 0,
    'R14 — un volontaire ne gravit aucun échelon',
    inscrit,
  );
  exige(avant?.sortie == null || p.sortie !== null, 'clos reste clos', inscrit);
  exige(
    p.rendezVous.every((r, i) => r.id === i + 1 && r.creneau.debut < r.creneau.fin),
    'les rendez-vous se suivent',
    p.rendezVous,
  );
  for (const m of p.manquements)
    exige(
      m.rendezVousIds.every((id) => p.rendezVous.some((r) => r.id === id)),
      'un manquement dit lesquels',
      m,
    );
}

/** Every échéance is honoured or dropped once, and nothing due is left behind. */
function verifieCles({ p, journal }: Dossier, m: Monde): void {
  const vues = new Set<string>();
  for (const { echeance, fait } of journal) {
    const abandonnees = fait.type === 'echeances_abandonnees' ? fait.cles : [];
    for (const cle of new Set([...(echeance === null ? [] : [echeance.cle]), ...abandonnees])) {
      exige(!vues.has(cle), 'une échéance n’est honorée qu’une fois', cle);
      vues.add(cle);
    }
  }
  exige([...vues].sort().join() === Object.keys(p.echues).sort().join(), 'l’état retient ce qui est échu');
  const dues = echeancesDues(p, contexteOf(m, p), m.maintenant);
  exige(dues.length === 0, 'rien de dû n’est oublié', dues);
}

/** R02 — at most as often, and never later, than the edition says; from the signature. */
function verifiePlafond({ p, journal }: Dossier, m: Monde): void {
  const { fois, jusquAuMois } = contexteOf(m, p).dispositif.plafond.prolongation;
  const signature = journal.find(({ fait }) => fait.type === 'contrat_signe')?.fait;
  const prolongations = journal.flatMap(({ fait }) =>
    fait.type === 'parcours_prolonge' ? [fait.jusquAu] : [],
  );
  exige(prolongations.length <= fois, 'R02 — pas plus de prolongations que l’édition', prolongations);
  if (signature?.type !== 'contrat_signe') {
    exige(prolongations.length === 0, 'R02 — pas de prolongation sans contrat');
    return;
  }
  let { signeLe } = signature;
  for (const { fait } of journal) {
    // R32 — a prolongation keeps its day when the signature is put right afterwards.
    if (fait.type === 'contrat_corrige') signeLe = fait.signeLe;
    if (fait.type === 'parcours_prolonge')
      exige(
        fait.jusquAu <= addDuree(signeLe, { mois: jusquAuMois }),
        'R02 — jamais au-delà de l’édition',
        fait,
      );
  }
}

/**
 * R33, R34 — after the exit nothing happens but its follow-up: the person is asked at most twice, never when the
 * reason is silent, never after a death; what was waiting is dropped.
 */
function verifieSortie({ p, journal, courriels }: Dossier, m: Monde): void {
  if (p.sortie === null) return;
  const rang = journal.findIndex(({ fait }) => fait.type === 'parcours_clos');
  const APRES = new Set([
    'echeances_abandonnees',
    'courriel_abandonne',
    'remise_constatee',
    'lettre_a_faire',
    'suivi_demande',
    // R23, R24, R34 — who asks may still change, until the answer is known.
    'referent_change',
    'remplacement_prevu',
    'remplacement_annule',
    'suivi_enregistre',
    'personne_effacee',
    'professionnel_averti',
  ]);
  const suite = journal.slice(rang + 1);
  for (const { fait } of suite) exige(APRES.has(fait.type), 'après la sortie, plus rien que son suivi', fait);
  for (const { fait } of suite)
    exige(
      fait.type !== 'professionnel_averti' || fait.avis === 'suivi_a_recueillir',
      'R34 — après la sortie, un professionnel n’est averti que du suivi',
      fait,
    );
  const a = journal[rang]?.a ?? '';
  const { silencieux } = motifsSortie[p.sortie.motif];
  const apres = courriels.filter((x) => x.destinataire === 'personne' && x.vouluA > a);
  exige(
    apres.every((x) => x.modele === 'suivi_sortie') && apres.length <= 2,
    'R34 — après la sortie, la personne n’est interrogée que deux fois',
    apres,
  );
  // A mail that had left by that instant had left before.
  const partis = courriels.filter(
    (x) => x.destinataire === 'personne' && x.vouluA >= a && x.etat === 'parti',
  );
  const tus = suite.length > 0 && silencieux;
  exige(
    !tus || partis.every((x) => x.modele !== 'suivi_sortie' && x.modele !== 'fin_accompagnement'),
    'R33 — un motif se tait',
    partis,
  );
  const deces = journal.findIndex(
    ({ fait }) =>
      (fait.type === 'parcours_clos' && fait.motif === 'deces') ||
      (fait.type === 'suivi_enregistre' && fait.situation === 'sans_objet'),
  );
  const decesA = journal[deces]?.a;
  exige(
    decesA === undefined ||
      courriels.every((x) => x.destinataire !== 'personne' || x.vouluA <= decesA || x.etat === 'perime'),
    'R33 — aucun courriel à la personne après son décès',
    courriels,
  );
  const prochaine = prochaineEcheance(p, contexteOf(m, p));
  exige(
    prochaine === null || prochaine.nature === 'suivi_sortie',
    'R34 — clos, seul le suivi échoit',
    prochaine,
  );
}

/** R35 — both or neither: who points forward is closed, and is pointed back to, by the same person. */
function verifieReorientation({ p, journal }: Dossier, m: Monde): void {
  const dit = journal.some(({ fait }) => fait.type === 'parcours_reoriente');
  exige(dit === (p.suivantId !== null), 'R35 — le journal dit la réorientation', p);
  if (p.suivantId === null) return;
  const suivant = m.dossiers.get(p.suivantId)?.p;
  exige(p.sortie?.motif === 'reorientation', 'R35 — réorienté, donc clos', p.sortie);
  exige(
    suivant?.precedentId === p.id && suivant.beneficiaireId === p.beneficiaireId,
    'R35 — le suivant connaît son précédent',
    suivant,
  );
}

/** R09 — a reminder leaves only for an appointment still to come, not moved, not cancelled, not told just before. */
function verifieRappels({ p, journal }: Dossier): void {
  let etat: Parcours | null = null;
  for (const inscrit of journal) {
    const { fait, a } = inscrit;
    etat = evolve(etat, inscrit, p.id);
    if (fait.type !== 'rappel_envoye') continue;
    const rdv = etat.rendezVous.find((r) => r.id === fait.rendezVousId);
    exige(rdv?.issue === null, 'R09 — pas de rappel d’un rendez-vous annulé', inscrit);
    exige((rdv?.creneau.debut ?? '') > a, 'R09 — pas de rappel d’un rendez-vous passé', inscrit);
    exige(
      inscrit.echeance?.cle.startsWith(`rdv:${fait.rendezVousId}.${rdv?.revision ?? 0}:`) === true,
      'R09 — pas de rappel d’un rendez-vous déplacé',
      inscrit,
    );
    const convoque = jourAt(rdv?.convoqueA ?? a, etat.zone);
    exige(
      joursEntre(convoque, inscrit.echeance?.duLe ?? convoque) >= 3,
      'R09 — pas de rappel moins de trois jours après la convocation',
      inscrit,
    );
  }
}

/** R18 — nobody is expected without having been told: by a convocation, or by the request for a motive (R14). */
function verifieConvocations({ journal, courriels, p }: Dossier): void {
  const dits = new Set<number>();
  for (const { fait } of journal) {
    // R32 — entered once it was over: nobody was expected.
    if (fait.type === 'rendez_vous_constate') dits.add(fait.rendezVousId);
    if (fait.type === 'motif_demande' && fait.prochainRendezVousId !== null)
      dits.add(fait.prochainRendezVousId);
    if (fait.type === 'lettre_a_faire' && fait.modele === 'convocation' && fait.rendezVousId !== null)
      dits.add(fait.rendezVousId);
  }
  for (const c of courriels)
    if (c.modele === 'convocation' && c.rendezVousId !== null) dits.add(c.rendezVousId);
  for (const r of p.rendezVous)
    exige(dits.has(r.id), 'R18 — personne n’est attendu sans être convoqué', [r, journal.slice(-6)]);
}

/** R10 — a month counted says what its appointments say, and no month that ended goes uncounted. */
function verifieMois({ p, journal }: Dossier, monde: Monde): void {
  const { contrat } = p;
  const m = { ...contexteOf(monde, p), maintenant: monde.maintenant };
  if (m.dispositif.cadence.genre === 'silence')
    exige(Object.keys(p.mois).length === 0, 'R38 — sans cadence, aucun mois n’est compté', p.mois);
  if (contrat === null || p.sortie !== null || m.dispositif.cadence.genre === 'silence') return;
  const prolongeLe = p.prolongations[0]?.le ?? '';
  const ancre = { signeLe: contrat.signeLe, pauses: p.pauses };
  const cap = plafondInitial(p, m) ?? contrat.signeLe;
  const fin = plafondOf(p, m) ?? cap;
  const enregistre = jourAt(contrat.enregistreA, m.zone);
  // The morning of today may not have come yet.
  const hier = addDuree(jourAt(m.maintenant, m.zone), { jours: -1 });
  for (let n = 1; ; n += 1) {
    const mois = moisSousPlafond(ancre, n, fin);
    // While nobody knows when a pause ends, the months that it holds are not counted.
    if (
      mois === null ||
      compteLe(mois.au, p, m) > hier ||
      p.pauses.some((x) => x.au === null && x.du <= addJours(mois.au, 1))
    )
      break;
    const { du, au } = mois;
    const tenus = p.rendezVous.filter(
      (r) => r.issue?.statut !== 'retire' && rangDuMois(ancre, jourAt(r.creneau.debut, m.zone)) === n,
    );
    const vu = tenus.some((r) => r.issue?.statut === 'honore');
    const compte = p.mois[n];
    exige(compte?.issue !== 'manque' || !vu, 'R10 — un mois honoré n’est pas manqué', [n, tenus]);
    exige(
      compte?.issue !== 'manque' || tenus.every((r) => r.issue !== null),
      'R10 — sans statut, le mois reste à préciser',
      [n, tenus],
    );
    const excuse = vu || enregistre > au || (du > cap && du <= prolongeLe);
    exige(excuse || compte !== undefined, 'R10 — un mois fini sans rendez-vous honoré est compté', [
      n,
      journal.slice(-8),
    ]);
    exige(
      !(enregistre > au) || compte?.issue !== 'manque',
      'R13 — un mois fini avant l’enregistrement n’est pas compté',
      n,
    );
  }
}

/** R10, R19 — a month is counted the day after its last one; in a pause, on the first working day after it. */
function compteLe(au: CivilDate, { pauses }: Parcours, { zone }: Pick<Monde, 'zone'>): CivilDate {
  let le = addJours(au, 1);
  for (const { du, au: fin } of pauses)
    if (fin !== null && du <= le && le <= fin) le = addJoursOuvres(fin, 1, zone);
  return le;
}

/** R20 — days paused are days shifted, one by one: months, bilans and the cap fall where a finger on a calendar stops. */
function verifieDecalage({ p }: Dossier, m: Monde): void {
  const regles = contexteOf(m, p);
  const fin = plafondInitial(p, regles);
  const sansPause = { ...p, pauses: [] };
  const brut = plafondInitial(sansPause, regles);
  if (p.contrat === null || fin === null || brut === null) return;
  const { signeLe } = p.contrat;
  const compte = (jusquA: CivilDate) => avance(p.pauses, signeLe, joursEntre(signeLe, jusquA));
  exige(fin === compte(brut), 'R20 — autant de jours décalés que de jours de pause', [brut, fin, p.pauses]);
  const bilans = new Map(bilansPrevus(p, regles).map((b) => [b.rang, b.aTenirLe]));
  const tousLesMois = regles.dispositif.bilan?.tousLesMois ?? 0;
  for (const [rang, aTenirLe] of bilans) {
    const attendu = reporteAuJourOuvre(compte(addDuree(signeLe, { mois: rang * tousLesMois })), m.zone);
    exige(aTenirLe === attendu, 'R20, R15 — un bilan se décale des jours de pause', [
      rang,
      attendu,
      p.pauses,
    ]);
  }
  for (let n = 1; n <= 18; n += 1) {
    const { au } = moisOf({ signeLe, pauses: p.pauses }, n);
    const attendu = compte(addDuree(signeLe, { mois: n }));
    exige(au === attendu, 'R20, R01 — un mois se décale des jours de pause', [n, au, attendu, p.pauses]);
  }
}

/** So many days after, counted one by one, those of a pause that has an end left out. */
function avance(pauses: Parcours['pauses'], depuis: CivilDate, jours: number): CivilDate {
  let le = depuis;
  for (let reste = jours; reste > 0;) {
    le = addJours(le, 1);
    const enPause = pauses.some(({ du, au }) => au !== null && du <= le && le <= au);
    if (!enPause) reste -= 1;
  }
  return le;
}

/** R33 — nobody came, and nothing was honoured but the follow-up, after the day of the exit. */
function verifieApresSortie({ p, journal }: Dossier, m: Monde): void {
  const { sortie } = p;
  if (sortie === null) return;
  const venu = p.rendezVous.find(
    (r) => r.issue?.statut === 'honore' && jourAt(r.creneau.debut, m.zone) > sortie.le,
  );
  const closA = journal.find(({ fait }) => fait.type === 'parcours_clos')?.a ?? '';
  exige(
    venu === undefined || venu.creneau.debut <= closA,
    'R33 — aucun rendez-vous honoré après la sortie',
    venu,
  );
  const rang = journal.findIndex(({ fait }) => fait.type === 'parcours_clos');
  for (const inscrit of journal.slice(rang + 1))
    exige(
      inscrit.echeance === null ||
        inscrit.fait.type === 'echeances_abandonnees' ||
        inscrit.echeance.cle.startsWith('suivi'),
      'R33 — aucune échéance honorée après la sortie, que celles de son suivi',
      inscrit,
    );
}

/** R19, R20 — nothing is honoured in a pause that was known, nobody is expected in one, and pauses never overlap. */
function verifiePauses({ p, journal }: Dossier): void {
  let etat: Parcours | null = null;
  for (const inscrit of journal) {
    const { echeance, a, fait } = inscrit;
    const avant: Parcours | null = etat;
    etat = evolve(etat, inscrit, p.id);
    if (avant === null || echeance === null || echeance.cle.startsWith('pause:')) continue;
    if (fait.type === 'echeances_abandonnees') continue;
    const pause = findPauseDu(avant.pauses, echeance.duLe);
    exige(pause === null, 'R19 — rien n’est honoré dans une pause', [inscrit, pause, a]);
  }
  p.pauses.forEach((x, i) => {
    const suivante = p.pauses[i + 1];
    const renoncee = x.au !== null && x.au < x.du;
    exige(
      suivante === undefined || renoncee || (x.au !== null && x.au < suivante.du),
      'R19 — deux pauses ne se chevauchent pas',
      p.pauses,
    );
  });
  for (const r of p.rendezVous) {
    const attendu = r.issue === null || r.issue.statut === 'absent';
    const dedans = findPauseDu(p.pauses, jourAt(r.creneau.debut, p.zone)) !== null;
    exige(!(attendu && dedans), 'R19 — personne n’est attendu ni absent pendant une pause', [r, p.pauses]);
  }
}
