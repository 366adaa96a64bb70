import { exemples } from '../../../domain/courriels/exemples/exemples';
import { renderCourriel } from '../../../domain/courriels/rendu';
import { findEtapeDite } from '../../../domain/engagement/courriels-engagement';
import { vueEngagement } from '../../../domain/engagement/vue-engagement';
import { contexteOf } from '../../../domain/parcours/contexte';
import { ligneJournal } from '../../../domain/parcours/journal-dit';
import type { Demande, DemandeDe } from '../../../domain/parcours/demandes';
import { echeancier } from '../../../domain/parcours/echeancier';
import { tachesOf } from '../../../domain/parcours/taches';
import { jour } from '../../../domain/temps/jour';
import { ouvre, Recit, signe } from '../recit';

type Date10 = `${number}-${number}-${number}`;
const PLACEMENT = { code: 'placement_emploi', edition: '2025' };
const place = (signeLe: Date10) => signe(signeLe, { dispositif: PLACEMENT });
const etape = (le: Date10, du: Date10, au: Date10): DemandeDe<'addEtape'> => ({
  type: 'addEtape',
  quoi: 'formation',
  partenaire: 'organisme_formation',
  le: jour(le),
  du: jour(du),
  au: jour(au),
  texteId: 'texte',
  partenaireTexteId: 'nom',
});
const deplace = (au: Date10, du: Date10 | null = null, numero = 1): Demande => ({
  type: 'moveEtape',
  etape: numero,
  du: du === null ? null : jour(du),
  au: jour(au),
  texteId: null,
});
const constate = (issue: 'atteinte' | 'abandonnee', le: Date10): Demande => ({
  type: 'recordEtape',
  etape: 1,
  issue,
  le: jour(le),
  texteId: null,
});
const publics = (...dits: DemandeDe<'assignPublics'>['publics']): Demande => ({
  type: 'assignPublics',
  publics: dits,
});
const regles = (r: Recit) => contexteOf(r.monde, r.p);
const vue = (r: Recit) => vueEngagement(r.p, regles(r), r.monde.maintenant);
const taches = (r: Recit) =>
  tachesOf(r.p, echeancier(r.p, regles(r)), regles(r), r.monde.maintenant).map(
    (t) => `${t.code} ${t.urgence}`,
  );
const lignes = (r: Recit, avis: string) =>
  r.dossier.lignes.filter((l) => l.avis === avis).map((l) => `${l.pour} ${r.mur(l.a).slice(0, 10)}`);
const dits = (r: Recit) => r.courriels().filter((c) => c.startsWith('etape'));

describe('R39 — les étapes contractualisées', () => {
  const convenue = () => place('2026-01-31').fait(etape('2026-01-31', '2026-03-02', '2026-03-31'));

  test('R39 — son dernier jour passé sans rien, le référent est interrogé, puis le responsable, puis R12', () => {
    const r = convenue();
    expect(r.aVenir('etape')).toEqual({
      'etape:1.1:constat:1': '2026-04-01',
      'etape:1.1:constat:5': '2026-04-08', // the 6th is Easter Monday
      'etape:1.1:retard:10': '2026-04-15',
      'etape:1.1:escalade:1': '2026-04-29',
      'etape:1.1:escalade:2': '2026-05-18', // the 1st, the 8th and the 14th are holidays
      'etape:1.1:escalade:3': '2026-06-02',
    });
    expect(taches(r.le('2026-03-31')).filter((t) => t.startsWith('etape'))).toEqual([]);
    expect(taches(r.le('2026-04-01'))).toContain('etape_a_constater a_traiter');
    expect(taches(r.le('2026-04-15'))).toContain('etape_a_constater en_retard');
    expect(lignes(r, 'etape_a_constater')).toEqual([
      'referent 2026-04-01',
      'referent 2026-04-08',
      'responsable 2026-04-15',
    ]);
    r.fait(constate('atteinte', '2026-04-10'));
    expect([r.aVenir('etape'), taches(r).filter((t) => t.startsWith('etape'))]).toEqual([{}, []]);
  });

  test('R39 — une à une, chacune avec ses dates, son partenaire et ce qu’elle devient', () => {
    const r = convenue()
      .fait(etape('2026-01-31', '2026-02-02', '2026-02-06'))
      .le('2026-03-10');
    expect(vue(r).etapes.map((t) => [t.numero, t.libellePartenaire, t.du, t.au, t.libelleEtat])).toEqual([
      [1, 'Organisme de formation', '2026-03-02', '2026-03-31', 'En cours'],
      [2, 'Organisme de formation', '2026-02-02', '2026-02-06', 'Finie, à dire'],
    ]);
    r.fait({ ...etape('2026-03-10', '2026-04-01', '2026-04-01'), partenaire: null });
    expect(vue(r).etapes.at(-1)).toMatchObject({ etat: 'a_venir', libellePartenaire: null });
  });

  test('R39 — déplacée, elle est demandée de nouveau à son nouveau jour ; ce qui était dit de l’ancien ne l’est plus', () => {
    const r = convenue().le('2026-04-01').fait(deplace('2026-05-29'));
    expect(r.prevu('etape:1.2:constat:1')).toBe('2026-06-01');
    expect([r.aVenir('etape:1.1'), vue(r).etapes[0]?.du]).toEqual([{}, '2026-03-02']);
    expect(taches(r).filter((t) => t.startsWith('etape'))).toEqual([]);
    expect(vue(r.fait(deplace('2026-06-30', '2026-06-01'))).etapes[0]).toMatchObject({
      du: '2026-06-01',
      au: '2026-06-30',
      etat: 'a_venir',
    });
  });

  test('R39, R20 — une pause repousse son dernier jour, sous une autre clé', () => {
    const r = convenue().fait({
      type: 'pauseParcours',
      motif: 'maladie',
      du: jour('2026-03-09'),
      au: jour('2026-03-18'),
    });
    expect(r.prevu('etape:1.1+10:constat:1')).toBe('2026-04-13'); // 31/03 and ten days: Friday the 10th
  });

  test('R39, R14 — abandonnée, elle n’ouvre aucun manquement, même pour une personne soumise aux obligations', () => {
    const r = convenue().le('2026-03-10').fait(constate('abandonnee', '2026-03-09'));
    expect([r.p.soumisAuxObligations, r.p.manquements]).toEqual([true, []]);
  });

  test('R39, R32 — dite atteinte à tort, elle se dit abandonnée : la personne apprend les deux', () => {
    const r = convenue().le('2026-03-10').fait(constate('atteinte', '2026-03-09'));
    expect(r.codeRefus(constate('atteinte', '2026-03-10'))).toBe('constat_deja_enregistre');
    expect(r.codeRefus(deplace('2026-05-29'))).toBe('constat_deja_enregistre');
    r.le('2026-03-12').fait(constate('abandonnee', '2026-03-09'));
    expect(vue(r).etapes[0]).toMatchObject({ etat: 'abandonnee', le: '2026-03-09' });
    expect(dits(r)).toEqual(['etape 2026-01-31', 'etape 2026-03-10', 'etape 2026-03-12']);
  });

  test('R39, R18 — la personne est prévenue de chaque changement ; sans adresse, par une lettre', () => {
    const r = convenue().le('2026-02-10').fait(deplace('2026-04-30'));
    expect(dits(r)).toEqual(['etape 2026-01-31', 'etape 2026-02-10']);
    expect(findEtapeDite({ cle: 'etape:1.2:dite' }, r.p)).toMatchObject({
      quoi: 'deplacee',
      au: '2026-04-30',
    });
    const sans = signe('2026-01-31', { dispositif: PLACEMENT, sansAdresse: true });
    sans.fait(etape('2026-01-31', '2026-03-02', '2026-03-31'));
    expect(Object.keys(sans.p.lettres)).toContain('etape:1.1:dite');
  });

  test('R39, R09 — deux déplacements à la suite : le premier courriel, pas encore parti, ne part plus', () => {
    const r = signe('2026-01-31', { dispositif: PLACEMENT, relais: 'muet' })
      .fait(etape('2026-01-31', '2026-03-02', '2026-03-31'))
      .fait(deplace('2026-04-30'));
    const etats = r.dossier.courriels.filter((c) => c.modele === 'etape').map((c) => `${c.cle} ${c.etat}`);
    expect(etats).toEqual(['etape:1.1:dite perime', 'etape:1.2:dite en_attente']);
  });

  test('R39 — le courriel dit le genre du partenaire et les dates, jamais son nom', () => {
    const riche = exemples.find(({ nom }) => nom === 'etape.riche');
    const texte = riche === undefined ? '' : renderCourriel(riche.donnees).texte;
    expect(texte).toContain('Avec : organisme de formation');
    expect(texte).toContain('Du lundi 3 mars 2025 au vendredi 28 mars 2025');
  });

  test('R39 — au journal, des codes et des jours : ni nom de partenaire, ni mot écrit', () => {
    const r = convenue();
    expect(r.faits().map((f) => ligneJournal(f, regles(r)).phrase)[0]).toBe(
      'Étape n° 1 convenue le 31 janvier 2026 (formation, avec : organisme de formation), du 2 mars 2026 au 31 mars 2026.',
    );
  });

  test('R39 — des dates dans l’ordre, depuis la signature, sous la durée maximale', () => {
    const r = place('2026-01-31').le('2026-02-10');
    expect(r.codeRefus(etape('2026-02-11', '2026-03-02', '2026-03-31'))).toBe('date_future');
    expect(r.codeRefus(etape('2026-01-30', '2026-03-02', '2026-03-31'))).toBe('date_anterieure');
    expect(r.codeRefus(etape('2026-02-10', '2026-02-09', '2026-03-31'))).toBe('date_anterieure');
    expect(r.codeRefus(etape('2026-02-10', '2026-03-02', '2026-03-01'))).toBe('etape_sans_duree');
    expect(r.codeRefus(etape('2026-02-10', '2027-07-01', '2027-08-01'))).toBe('apres_le_plafond');
    expect(r.codeRefus(constate('atteinte', '2026-02-10'))).toBe('etape_inconnue');
    r.fait(etape('2026-02-10', '2026-02-10', '2027-07-31'));
    expect(r.codeRefus(deplace('2027-07-31'))).toBe('rien_a_corriger');
    expect(r.codeRefus(deplace('2026-02-09', '2026-02-09'))).toBe('echeance_passee');
  });

  test('R39, R40 — dans l’emploi, une étape peut dépasser la durée maximale', () => {
    const r = place('2026-01-31').fait({
      type: 'recordEmploi',
      debutLe: jour('2026-01-31'),
      genre: 'cdi',
      finPrevueLe: null,
      texteId: null,
    });
    r.fait(etape('2026-01-31', '2027-09-01', '2027-09-30'));
    expect(r.p.engagement.etapes).toHaveLength(1);
  });

  test('R39 — avant le contrat, ou là où le dispositif n’en contractualise pas, l’acte est refusé', () => {
    const d = etape('2026-01-31', '2026-03-02', '2026-03-31');
    expect(ouvre({ le: '2026-01-31', dispositif: PLACEMENT }).codeRefus(d)).toBe('contrat_absent');
    expect(signe('2026-01-31').codeRefus(d)).toBe('hors_dispositif');
  });
});

describe('R41 — les publics prioritaires', () => {
  const ouverte = (dites: DemandeDe<'openParcours'>['publics']) => {
    const r = new Recit({ le: '2026-01-31', dispositif: PLACEMENT });
    const ouverture = { ...r.ouverture, ...(dites !== undefined && { publics: dites }) };
    Object.assign(r, { ouverture });
    return { r, refus: r.essaieOuvrir({}) };
  };

  test('R41 — les quatre sont enregistrés à l’ouverture, dans l’ordre du dispositif', () => {
    const { r, refus } = ouverte(['difficultes_cumulees', 'faible_qualification']);
    expect(refus).toBeNull();
    expect(r.p.engagement.publics).toEqual(['faible_qualification', 'difficultes_cumulees']);
    expect(vue(r).publics?.dits?.map((x) => x.libelle)).toEqual([
      'Faible niveau de qualification',
      'Cumul de difficultés d’accès à l’emploi',
    ]);
    expect(ligneJournal(r.dossier.journal[0] ?? neverOpened(), regles(r)).phrase).toContain(
      'public prioritaire : faible niveau de qualification ; cumul de difficultés',
    );
  });

  test('R41 — ou plus tard ; « aucun » est une réponse, et une nouvelle réponse remplace l’ancienne', () => {
    const r = place('2026-01-31');
    expect([vue(r).publics, taches(r).includes('publics_a_indiquer a_prevoir')]).toEqual([
      { dits: null },
      true,
    ]);
    r.fait(publics());
    expect([vue(r).publics, taches(r).filter((t) => t.startsWith('publics'))]).toEqual([{ dits: [] }, []]);
    expect(r.codeRefus(publics())).toBe('rien_a_corriger');
    expect(r.fait(publics('orientation')).p.engagement.publics).toEqual(['orientation']);
  });

  test('R41 — rien n’est indiqué : une ligne au référent cinq jours ouvrés après le contrat, et une seule', () => {
    const r = place('2026-01-31').le('2026-12-01');
    expect(lignes(r, 'publics_a_indiquer')).toEqual(['referent 2026-02-06']);
    expect(taches(r)).toContain('publics_a_indiquer a_traiter');
    const dite = place('2026-01-31').fait(publics('sans_emploi_stable')).le('2026-12-01');
    expect(lignes(dite, 'publics_a_indiquer')).toEqual([]);
  });

  test('R41 — là où le dispositif n’en nomme pas, rien n’est demandé ni accepté', () => {
    const r = signe('2026-01-31');
    expect([r.codeRefus(publics('orientation')), r.codeRefus(publics()), vue(r).publics]).toEqual([
      'hors_dispositif',
      'hors_dispositif',
      null,
    ]);
    expect(r.aVenir('publics')).toEqual({});
  });
});

function neverOpened(): never {
  throw new Error('Le parcours n’est pas ouvert.');
}
