import { editionSuivante } from '../edition-suivante';
import { contexteOf } from '../../../domain/parcours/contexte';
import type { DemandeDe } from '../../../domain/parcours/demandes';
import { estHorsFenetre } from '../../../domain/parcours/fenetre';
import { vueParcours } from '../../../domain/parcours/vue';
import { instantAt } from '../../../domain/temps/heure-locale';
import { jour } from '../../../domain/temps/jour';
import { dossierDe } from '../monde';
import { signe, type Recit } from '../recit';

type Date10 = `${number}-${number}-${number}`;
const FAIRE = { code: 'faire', edition: '2025' };
const SUITE = { code: 'faire', edition: editionSuivante.edition };

const change = (le: Date10): DemandeDe<'moveEdition'> => ({
  type: 'moveEdition',
  dispositif: SUITE,
  le: jour(le),
});
const reoriente = (le: Date10, structureId = 'ailleurs'): DemandeDe<'reorientParcours'> => ({
  type: 'reorientParcours',
  suivantId: '6f1c9d3e-0000-4000-8000-000000000002',
  dispositif: FAIRE,
  structureId,
  zone: 'metropole',
  referentId: null,
  orientationNotifieeLe: jour(le),
  soumisAuxObligations: null,
  texteId: null,
});
const vue = (r: Recit) => vueParcours(r.p, r.dossier.journal, contexteOf(r.monde, r.p), r.monde.maintenant);

describe('R35 — la réorientation', () => {
  test('R35 — un acte clôt ce parcours et ouvre le suivant, liés dans les deux sens, avec sa propre ancre', () => {
    const r = signe('2026-01-31').le('2026-03-12').fait(reoriente('2026-03-10'));
    const suivant = dossierDe(r.monde, '6f1c9d3e-0000-4000-8000-000000000002').p;
    expect(r.p).toMatchObject({
      suivantId: suivant.id,
      sortie: { motif: 'reorientation', classe: 'autre', le: '2026-03-12' },
    });
    expect(suivant).toMatchObject({
      precedentId: r.p.id,
      beneficiaireId: r.p.beneficiaireId,
      structureId: 'ailleurs',
      contrat: null,
      orientation: { rang: 1, notifieeLe: '2026-03-10' },
      soumisAuxObligations: true,
    });
    expect(r.types().slice(0, 1)).toEqual(['parcours_reoriente']);
    expect(r.courriels()).toContain('fin_accompagnement 2026-03-12');
    expect(vue(r)).toMatchObject({ etape: 'clos', suivantId: suivant.id, precedentId: null });
  });

  test('R35 — ce qui refuserait l’ouverture refuse l’acte entier : rien n’est clos', () => {
    const r = signe('2026-01-31').le('2026-03-12');
    expect(r.codeRefus(reoriente('2026-03-12', 'structure'))).toBe('reorientation_sans_effet');
    expect(r.codeRefus(reoriente('2026-03-13'))).toBe('date_future');
    expect(r.codeRefus(reoriente('2026-01-30'))).toBe('date_anterieure');
    expect(r.codeRefus({ ...reoriente('2026-03-12'), dispositif: { code: 'x', edition: '1' } })).toBe(
      'edition_inconnue',
    );
    expect(r.le('2026-07-02').codeRefus(reoriente('2026-07-01'))).toBe('hors_fenetre');
    expect(r.p.sortie).toBeNull();
  });

  test('R35 — la situation six mois après se recueille sans écrire à la personne, accompagnée ailleurs', () => {
    const r = signe('2026-01-31').le('2026-03-12').fait(reoriente('2026-03-10')).le('2026-10-01');
    expect(r.honoreeLe('suivi:demande:1')).toBe('2026-09-14'); // 12/09 is a Saturday
    expect(r.courriels().filter((c) => c.startsWith('suivi'))).toEqual([]);
  });
});

describe('R36 — la fin de la fenêtre', () => {
  test('R36 — référent et responsable avertis 90 et 30 jours avant, la décision demandée le lendemain, puis R12', () => {
    const r = signe('2026-01-31');
    expect(r.aVenir('fenetre')).toEqual({
      'fenetre:1:avis:90': '2026-04-01',
      'fenetre:1:avis:30': '2026-05-29', // 31/05 is a Sunday
      'fenetre:1:decision': '2026-07-01',
      'fenetre:1:escalade:1': '2026-07-15',
      'fenetre:1:escalade:2': '2026-07-29',
      'fenetre:1:escalade:3': '2026-08-12',
    });
    r.le('2026-06-30');
    expect(r.dossier.lignes.filter((l) => l.avis === 'fenetre_proche').map((l) => l.pour)).toEqual([
      'referent',
      'responsable',
      'referent',
      'responsable',
    ]);
  });

  test('R36 — le dernier jour est inclus, et rien ne se clôt tout seul', () => {
    const r = signe('2026-01-31').le('2026-06-30');
    expect([estHorsFenetre(r.p, jour('2026-06-30')), estHorsFenetre(r.p, jour('2026-07-01'))]).toEqual([
      false,
      true,
    ]);
    r.le('2026-10-01');
    expect(r.p.sortie).toBeNull();
    expect(r.p.dispositif).toEqual(FAIRE);
    expect(vue(r).taches.find((t) => t.code === 'fenetre_a_decider')).toMatchObject({
      urgence: 'en_retard',
      geste: 'moveEdition',
    });
  });

  test('R36 — un acte hors de la fenêtre est marqué, au journal et sur le rendez-vous ; celui de la veille ne l’est pas', () => {
    const ajoute = (le: Date10) =>
      ({
        type: 'addRendezVous',
        debut: instantAt(jour(le), '15:00', 'metropole'),
        dureeMinutes: 30,
      }) as const;
    const r = signe('2026-01-31').le('2026-06-29').fait(ajoute('2026-06-30')).fait(ajoute('2026-07-01'));
    const [dedans, dehors] = [r.p.rendezVous.at(-2)?.id ?? 0, r.p.rendezVous.at(-1)?.id ?? 0];
    // Both are recorded after the end: what counts is the day on which the appointment was held.
    r.le('2026-07-02').statut(dedans, 'honore').statut(dehors, 'honore');
    const { rendezVous, journal, fenetre } = vue(r);
    expect(fenetre).toEqual({ du: '2025-01-01', au: '2026-06-30', finie: true });
    expect([dedans, dehors].map((id) => rendezVous.find((x) => x.id === id)?.horsFenetre)).toEqual([
      false,
      true,
    ]);
    expect(journal.filter((l) => l.type === 'statut_enregistre').map((l) => l.horsFenetre)).toEqual([
      false,
      true,
    ]);
    expect(journal.filter((l) => l.le < '2026-06-29' && l.par === 'professionnel' && l.horsFenetre)).toEqual(
      [],
    );
    r.le('2026-07-03').fait({ type: 'exitParcours', motif: 'fin_operation', le: jour('2026-06-30') });
    expect(vue(r).journal.find((l) => l.type === 'parcours_clos')?.horsFenetre).toBe(false);
  });

  test('R36 — une personne le fait passer à l’édition qui suit : ancre, mois et bilans ne bougent pas', () => {
    const r = signe('2026-01-31').le('2026-06-15');
    const avant = [r.prevu('bilan:1:rappel:0'), r.prevu('plafond:1:atteint')];
    expect(r.fait(change('2026-07-01')).types()).toContain('edition_changee');
    expect([r.prevu('bilan:1:rappel:0'), r.prevu('plafond:1:atteint')]).toEqual(avant);
    expect(r.aVenir('fenetre:2')).toMatchObject({ 'fenetre:2:avis:90': '2027-10-01' });
    expect(r.aVenir('fenetre:1')).toEqual({});
    r.le('2026-09-01');
    expect(vue(r).taches.map((t) => t.code)).not.toContain('fenetre_a_decider');
    expect(estHorsFenetre(r.p, jour('2026-08-01'))).toBe(false);
  });

  test('R36 — enregistré après coup, le changement couvre les jours depuis la date dite', () => {
    const r = signe('2026-01-31').le('2026-07-20').fait(change('2026-07-10'));
    expect(['2026-06-30', '2026-07-05', '2026-07-10'].map((le) => estHorsFenetre(r.p, le as never))).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('R36 — seulement vers l’édition qui suit, dans sa fenêtre, ni trop tôt ni trop tard', () => {
    const r = signe('2026-01-31').le('2026-06-15');
    expect(r.codeRefus({ ...change('2026-07-01'), dispositif: FAIRE })).toBe('edition_sans_suite');
    expect(r.codeRefus(change('2026-06-30'))).toBe('hors_fenetre');
    expect(r.codeRefus(change('2026-07-02'))).toBe('date_future');
    r.le('2026-08-03').fait(change('2026-08-03'));
    expect(r.codeRefus(change('2026-08-03'))).toBe('edition_sans_suite');
  });

  test('R36 — un parcours ouvert tard n’entend pas les avis déjà passés', () => {
    const r = signe('2026-06-10');
    expect(r.aVenir('fenetre:1:avis')).toEqual({});
    expect(r.prevu('fenetre:1:decision')).toBe('2026-07-01');
  });
});
