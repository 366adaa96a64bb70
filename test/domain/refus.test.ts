import type { Demande } from '../../domain/parcours/demandes';
import { codesRefus, explainRefus, type CodeRefus, type Refus } from '../../domain/refus';
import { instantAt, type Heure } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';
import { ouvre, periode, Recit, signe } from './recit';

const a = (le: `${number}-${number}-${number}`, heure: Heure) => instantAt(jour(le), heure, 'metropole');
const ajoute = (debut: ReturnType<typeof a>, dureeMinutes = 45): Demande => ({
  type: 'addRendezVous',
  debut,
  dureeMinutes,
});
const remplace = (du: `${number}-${number}-${number}`, au: `${number}-${number}-${number}`): Demande => ({
  type: 'assignRemplacant',
  remplacementId: du,
  referentId: 'autre',
  du: jour(du),
  au: jour(au),
});
const lit = { type: 'recordLecture', reponse: 1 } as const;
const annule: Demande = { type: 'cancelRendezVous', rendezVousId: 1, par: 'personne' };
const statut: Demande = { type: 'recordStatut', rendezVousId: 1, statut: 'honore', texteId: null };
const signature = (le: `${number}-${number}-${number}`): Demande => ({
  type: 'signContrat',
  signeLe: jour(le),
});
const bilan = (n: number, le: `${number}-${number}-${number}`): Demande => ({
  type: 'recordBilan',
  bilan: n,
  tenuLe: jour(le),
  objectifs: [],
  orientation: 'continuer',
});
const prolonge = (le: `${number}-${number}-${number}`): Demande => ({
  type: 'prolongParcours',
  jusquAu: jour(le),
  texteId: 't',
});
const pause = (du: `${number}-${number}-${number}`, au: `${number}-${number}-${number}` | null): Demande => ({
  type: 'pauseParcours',
  motif: 'autre',
  du: jour(du),
  au: au === null ? null : jour(au),
});
const legitime: Demande = { type: 'qualifyMotif', manquement: 1, qualification: 'legitime', texteId: null };
const nonLegitime: Demande = {
  type: 'qualifyMotif',
  manquement: 1,
  qualification: 'non_legitime',
  texteId: null,
};
const revise = (
  le: `${number}-${number}-${number}`,
  heures: { parSemaine: number; motif: null },
): Demande => ({ type: 'reviseContrat', le: jour(le), par: 'personne', heures, texteId: null });
const sansPoint: Demande = { type: 'assignPointLegal', regime: 'sans_objet' };
const ensemble: Demande = { type: 'joinPointLegal', bilan: 1 };
const point = (le: `${number}-${number}-${number}`): Demande => ({
  type: 'recordPointLegal',
  tenuLe: jour(le),
  issue: 'maintien',
});
const etape = (avantLe: `${number}-${number}-${number}`): Demande => ({
  type: 'addDemarche',
  quoi: 'cv',
  de: 'personne',
  avantLe: jour(avantLe),
  texteId: null,
});
const constat = (issue: 'faite' | 'non_faite'): Demande => ({
  type: 'recordDemarche',
  demarche: 1,
  issue,
  texteId: null,
});
const declaration: Demande = {
  type: 'recordDeclaration',
  genre: 'dtr',
  duLe: jour('2026-02-01'),
  issue: 'faite',
  texteId: null,
};
const sortie: Demande = { type: 'exitParcours', motif: 'cdi', le: jour('2026-02-01') };
const absent = () => signe('2026-01-31').le('2026-02-10', '11:00').statut(1, 'absent');
const propose = () => absent().le('2026-02-19').fait(nonLegitime).le('2026-03-25');

function ouvreHors(x: ConstructorParameters<typeof Recit>[0]): Refus {
  const refus = new Recit(x).essaieOuvrir(x);
  if (refus === null) throw new Error('ouvert');
  return refus;
}

const PLACEMENT = { code: 'placement_emploi', edition: '2025' };
const emploi = (debutLe: `${number}-${number}-${number}`): Demande => ({
  type: 'recordEmploi',
  debutLe: jour(debutLe),
  genre: 'cdi',
  finPrevueLe: null,
  texteId: null,
});
const clos = () => signe('2026-01-31').le('2026-02-01').fait(sortie);
const suivi = (le: '2026-01-31' | '2026-02-01' | '2026-08-03'): Demande => ({
  type: 'recordSuivi',
  situation: 'en_emploi',
  le: jour(le),
  texteId: null,
});
const reoriente = (dispositif: { code: string; edition: string }): Demande => ({
  type: 'reorientParcours',
  suivantId: 'suivant',
  dispositif,
  structureId: 'structure',
  zone: 'metropole',
  referentId: null,
  orientationNotifieeLe: jour('2026-01-31'),
  soumisAuxObligations: null,
  texteId: null,
});

const vient = (revision: number) => ({ type: 'confirmVenue', rendezVousId: 1, revision }) as const;
const empeche = (revision: number) =>
  ({
    type: 'announceEmpechement',
    rendezVousId: 1,
    revision,
    motif: 'transport',
    moments: [],
    texteId: null,
  }) as const;
const repond = (texteId: string | null) =>
  ({ type: 'answerMotif', manquement: 1, texteId, documentId: null }) as const;

/** One story per way that the law says no. Total: a new code without its story does not compile. */
const HISTOIRES: Record<CodeRefus, () => Refus> = {
  parcours_deja_ouvert: () =>
    ouvre().refus({
      type: 'openParcours',
      dispositif: { code: 'faire', edition: '2025' },
      structureId: 's',
      zone: 'metropole',
      beneficiaireId: 'b',
      referentId: null,
      orientationNotifieeLe: jour('2026-01-10'),
      soumisAuxObligations: true,
    }),
  parcours_clos: () => signe('2026-01-31').le('2026-02-01').fait(sortie).refus(annule),
  hors_fenetre: () => ouvreHors({ le: '2026-07-01' }),
  date_future: () => ouvre({ le: '2026-01-12' }).refus(signature('2026-01-13')),
  date_anterieure: () => ouvre({ le: '2026-01-12', orienteLe: '2026-01-10' }).refus(signature('2026-01-09')),
  referent_deja_designe: () => ouvre().refus({ type: 'assignReferent', referentId: 'autre' }),
  referent_manquant: () => ouvre({ sansReferent: true }).refus(signature('2026-01-12')),
  referent_inchange: () =>
    ouvre().refus({
      type: 'changeReferent',
      referentId: 'referent',
      motif: 'autre',
      le: jour('2026-01-12'),
      texteId: null,
      transfertId: null,
    }),
  remplacement_deja_prevu: () =>
    ouvre().fait(remplace('2026-01-19', '2026-01-23')).refus(remplace('2026-01-23', '2026-01-30')),
  remplacement_inconnu: () => ouvre().refus({ type: 'cancelRemplacement', remplacementId: 'r' }),
  contrat_deja_signe: () => signe('2026-01-31').refus(signature('2026-01-31')),
  contrat_absent: () => ouvre().refus(prolonge('2027-01-01')),
  rendez_vous_inconnu: () => ouvre().refus({ ...statut, rendezVousId: 9 }),
  rendez_vous_termine: () => ouvre().fait(annule).refus(annule),
  rendez_vous_passe: () => ouvre().le('2026-01-20', '09:00').refus(annule),
  rendez_vous_a_venir: () => ouvre().le('2026-01-20', '08:59').refus(statut),
  creneau_passe: () => ouvre().refus(ajoute(a('2026-01-12', '10:00'))),
  creneau_pris: () => ouvre().refus(ajoute(a('2026-01-20', '08:30'))),
  referent_absent: () =>
    ouvre({ absences: [periode('2026-01-22', '2026-01-23')] }).refus(ajoute(a('2026-01-23', '09:00'))),
  structure_fermee: () => signe('2026-01-31').refus(ajoute(a('2026-05-14', '09:00'))),
  jour_complet: () => ouvre({ maximumParJour: 1 }).refus(ajoute(a('2026-01-20', '15:00'))),
  apres_le_plafond: () => signe('2025-01-31').refus(ajoute(a('2026-08-03', '09:00'))),
  duree_invalide: () => ouvre().refus(ajoute(a('2026-01-22', '09:00'), 241)),
  statut_deja_enregistre: () => absent().le('2026-02-11').refus(statut),
  rien_a_corriger: () => signe('2026-01-31').refus({ type: 'correctContrat', signeLe: jour('2026-01-31') }),
  bilan_inconnu: () => signe('2026-01-31').refus(bilan(4, '2026-01-31')),
  bilan_deja_realise: () =>
    signe('2026-01-31').le('2026-07-02').fait(bilan(1, '2026-07-02')).refus(bilan(1, '2026-07-02')),
  bilan_pas_encore_annonce: () => signe('2026-01-31').le('2026-06-30').refus(bilan(1, '2026-06-30')),
  parcours_en_pause: () =>
    signe('2026-01-31')
      .fait(pause('2026-02-02', '2026-02-27'))
      .refus({
        type: 'addRendezVous',
        debut: instantAt(jour('2026-02-10'), '14:00', 'metropole'),
        dureeMinutes: 45,
      }),
  aucune_pause: () => ouvre().refus({ type: 'resumeParcours', le: jour('2026-02-02') }),
  pause_sans_duree: () => signe('2026-01-31').refus(pause('2026-02-27', '2026-02-02')),
  pause_chevauche: () =>
    signe('2026-01-31').fait(pause('2026-02-02', '2026-02-27')).refus(pause('2026-02-27', null)),
  pause_rendez_vous_honore: () =>
    signe('2026-01-31').le('2026-02-10', '11:00').statut(1, 'honore').refus(pause('2026-02-10', null)),
  pause_bilan_tenu: () =>
    signe('2026-01-31')
      .le('2026-07-31')
      .fait(bilan(1, '2026-07-20'))
      .refus(pause('2026-07-15', '2026-07-25')),
  apres_la_revision: () =>
    signe('2026-01-31')
      .le('2026-02-10')
      .fait({ type: 'reviseContrat', le: jour('2026-02-05'), par: 'personne', texteId: null })
      .refus({ type: 'correctContrat', signeLe: jour('2026-02-06') }),
  prolongations_epuisees: () =>
    signe('2025-01-31').fait(prolonge('2026-10-01')).refus(prolonge('2026-12-01')),
  prolongation_trop_longue: () => signe('2025-01-31').refus(prolonge('2027-02-01')),
  prolongation_sans_effet: () => signe('2025-01-31').refus(prolonge('2026-07-31')),
  manquement_inconnu: () => signe('2026-01-31').refus(legitime),
  manquement_clos: () => absent().fait(legitime).refus(nonLegitime),
  motif_pas_encore_demande: () => absent().refus(nonLegitime),
  motif_deja_qualifie: () => absent().le('2026-02-19').fait(nonLegitime).refus(nonLegitime),
  delai_de_reponse_ouvert: () =>
    absent()
      .le('2026-02-12')
      .refus({ type: 'qualifyMotif', manquement: 1, qualification: 'sans_reponse', texteId: null }),
  signalement_non_propose: () => absent().refus({ type: 'confirmSignalement', manquement: 1, texteId: 't' }),
  signalement_non_transmis: () =>
    absent().refus({
      type: 'recordSuite',
      manquement: 1,
      suite: 'sans_suite',
      le: jour('2026-02-10'),
      texteId: null,
    }),
  rien_a_transmettre: () =>
    absent().refus({ type: 'recordTransmission', manquement: 1, le: jour('2026-02-10') }),
  report_dans_le_passe: () =>
    propose().refus({ type: 'postponeSignalement', manquement: 1, au: jour('2026-03-25'), texteId: 't' }),
  contrat_a_dater: () =>
    signe('2026-01-31')
      .le('2026-02-01')
      .refus({ ...sortie, motif: 'cdd' }),
  contrat_incoherent: () =>
    signe('2026-01-31')
      .le('2026-02-01')
      .refus({ ...sortie, emploi: { debutLe: jour('2026-02-01'), finLe: jour('2026-09-01') } }),
  parcours_encore_ouvert: () => signe('2026-01-31').refus(suivi('2026-01-31')),
  suivi_pas_encore_demande: () => clos().refus(suivi('2026-02-01')),
  suivi_deja_enregistre: () => clos().le('2026-08-03').fait(suivi('2026-08-03')).refus(suivi('2026-08-03')),
  suivi_sans_objet: () =>
    ouvre()
      .le('2026-02-01')
      .fait({ ...sortie, motif: 'refus' })
      .le('2026-08-03')
      .refus(suivi('2026-08-03')),
  deces_non_signale: () => ouvre().refus({ type: 'dropDeces', texteId: null }),
  edition_inconnue: () => signe('2026-01-31').refus(reoriente({ code: 'faire', edition: '1999' })),
  edition_sans_suite: () =>
    signe('2026-01-31').refus({
      type: 'moveEdition',
      dispositif: { code: 'faire', edition: '2025' },
      le: jour('2026-02-01'),
    }),
  reorientation_sans_effet: () => signe('2026-01-31').refus(reoriente({ code: 'faire', edition: '2025' })),
  heures_sans_motif: () => signe('2026-01-31').refus(revise('2026-01-31', { parSemaine: 10, motif: null })),
  heures_trop_nombreuses: () =>
    signe('2026-01-31').refus(revise('2026-01-31', { parSemaine: 21, motif: null })),
  point_inconnu: () => signe('2026-01-31').fait(sansPoint).refus(point('2026-01-31')),
  point_pas_encore_prepare: () => signe('2026-01-31').le('2026-06-15').refus(point('2026-06-15')),
  point_loin_du_bilan: () => signe('2026-01-31').refus({ type: 'joinPointLegal', bilan: 2 }),
  point_deja_choisi: () => signe('2026-01-31').fait(ensemble).refus(ensemble),
  rendez_vous_non_honore: () =>
    ouvre().refus({ type: 'recordEntretien', rendezVousId: 1, texteId: 't', demarches: [] }),
  entretien_vide: () =>
    signe('2026-01-31')
      .le('2026-02-10', '11:00')
      .statut(1, 'honore')
      .refus({ type: 'recordEntretien', rendezVousId: 1, texteId: null, demarches: [] }),
  echeance_passee: () => signe('2026-01-31').refus(etape('2026-01-30')),
  demarche_inconnue: () => signe('2026-01-31').refus(constat('faite')),
  declaration_inconnue: () => signe('2026-01-31').refus(declaration),
  constat_trop_tot: () => signe('2026-01-31').fait(etape('2026-02-02')).refus(constat('non_faite')),
  constat_deja_enregistre: () =>
    signe('2026-01-31').fait(etape('2026-02-02')).fait(constat('faite')).refus(constat('faite')),
  droits_vides: () => signe('2026-01-31').refus({ type: 'recordDroits', moment: 0, droits: {} }),
  hors_dispositif: () =>
    signe('2026-01-31').refus({
      type: 'recordContact',
      le: jour('2026-01-31'),
      moyen: 'telephone',
      texteId: null,
    }),
  etape_inconnue: () =>
    signe('2026-01-31', { dispositif: PLACEMENT }).refus({
      type: 'recordEtape',
      etape: 1,
      issue: 'atteinte',
      le: jour('2026-01-31'),
      texteId: null,
    }),
  etape_sans_duree: () =>
    signe('2026-01-31', { dispositif: PLACEMENT }).refus({
      type: 'addEtape',
      quoi: 'formation',
      partenaire: null,
      le: jour('2026-01-31'),
      du: jour('2026-03-02'),
      au: jour('2026-03-01'),
      texteId: null,
      partenaireTexteId: null,
    }),
  emploi_en_cours: () =>
    signe('2026-01-31', { dispositif: PLACEMENT }).fait(emploi('2026-01-31')).refus(emploi('2026-01-31')),
  emploi_absent: () =>
    signe('2026-01-31', { dispositif: PLACEMENT }).refus({
      type: 'recordFinEmploi',
      le: jour('2026-01-31'),
      texteId: null,
    }),
  rendez_vous_annule: () => ouvre().fait(annule).refus(vient(1)),
  rendez_vous_deplace: () =>
    ouvre()
      .fait({ type: 'moveRendezVous', rendezVousId: 1, debut: a('2026-01-21', '09:00'), dureeMinutes: null })
      .refus(vient(1)),
  reponse_vide: () =>
    signe('2026-01-31').le('2026-02-10', '11:00').statut(1, 'absent').le('2026-02-12').refus(repond(null)),
  reponse_recue: () =>
    signe('2026-01-31')
      .le('2026-02-10', '11:00')
      .statut(1, 'absent')
      .le('2026-02-12')
      .fait(repond('t'))
      .le('2026-02-19')
      .refus({ type: 'qualifyMotif', manquement: 1, qualification: 'sans_reponse', texteId: null }),
  personne_suivie: () => signe('2026-01-31').refus({ type: 'recordEffacement', raison: 'demande' }),
  personne_effacee: () =>
    signe('2026-01-31')
      .le('2026-02-01')
      .fait(sortie)
      .fait({ type: 'recordEffacement', raison: 'demande' })
      .refus({ type: 'recordSuivi', situation: 'refus', le: jour('2026-02-01'), texteId: null }),
  reponse_inconnue: () => ouvre().refus({ type: 'recordLecture', reponse: 1 }),
  reponse_deja_lue: () => ouvre().fait(empeche(1)).fait(lit).refus(lit),
  lecture_sans_objet: () => ouvre().fait(empeche(1)).fait(vient(1)).refus(lit),
  reponses_trop_nombreuses: () => {
    const r = ouvre();
    for (let i = 0; i < 10; i += 1) r.fait(empeche(1));
    return r.refus(empeche(1));
  },
  lettre_inconnue: () =>
    ouvre().refus({ type: 'recordRemise', courrielCle: 'rdv:1.1:convocation', le: jour('2026-01-12') }),
};

test.each(Object.entries(HISTOIRES))('le refus %s se produit, avec sa phrase', (code, histoire) => {
  const refus = histoire();
  expect(refus.code).toBe(code);
  expect(explainRefus(refus)).toMatch(/^[A-ZÀ-Ý].*\.$/s);
  expect(explainRefus(refus)).not.toMatch(/undefined|NaN|\d{4}-\d{2}-\d{2}/);
});

test('chaque façon de dire non a son histoire', () => {
  expect(Object.keys(HISTOIRES).sort()).toEqual([...codesRefus].sort());
});

describe('les bornes, jour pour jour', () => {
  test('la fenêtre d’ouverture est comprise des deux côtés', () => {
    expect(ouvreHors({ le: '2024-12-31' }).code).toBe('hors_fenetre');
    expect(ouvre({ le: '2025-01-01' }).p.rang).toBeGreaterThan(0);
    expect(ouvre({ le: '2026-06-30' }).p.rang).toBeGreaterThan(0);
  });

  test('R13 — signer le jour de la notification, ou aujourd’hui, est permis', () => {
    expect(
      ouvre({ le: '2026-01-12', orienteLe: '2026-01-10' }).fait(signature('2026-01-10')).p.contrat?.signeLe,
    ).toBe('2026-01-10');
    expect(ouvre({ le: '2026-01-12' }).fait(signature('2026-01-12')).p.contrat?.signeLe).toBe('2026-01-12');
  });

  test('R02 — prolonger jusqu’à A + 24 mois compris est permis, d’un jour aussi', () => {
    expect(signe('2025-01-31').fait(prolonge('2027-01-31')).p.prolongations).toHaveLength(1);
    expect(signe('2025-01-31').fait(prolonge('2026-08-01')).p.prolongations).toHaveLength(1);
    expect(signe('2025-01-31').le('2026-10-15').codeRefus(prolonge('2026-10-14'))).toBe(
      'prolongation_sans_effet',
    );
  });

  test('R08 — deux rendez-vous peuvent se toucher ; le dernier jour du plafond est permis', () => {
    expect(
      ouvre()
        .fait(ajoute(a('2026-01-20', '09:45')))
        .rendezVous(),
    ).toHaveLength(2);
    expect(signe('2025-01-31').fait(ajoute(a('2026-07-31', '15:00'))).p.rendezVous.length).toBeGreaterThan(1);
  });

  test('un parcours clos refuse tout, même sa sortie', () => {
    const r = signe('2026-01-31').le('2026-02-01').fait(sortie);
    for (const d of [sortie, statut, annule, legitime, prolonge('2027-08-01'), signature('2026-01-31')])
      expect(r.codeRefus(d)).toBe('parcours_clos');
  });
});
