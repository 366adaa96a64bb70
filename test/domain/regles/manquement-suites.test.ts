import { dossierOf } from '../../../domain/obligations/dossier';
import { jour, type CivilDate } from '../../../domain/temps/jour';
import { signe, type Recit } from '../recit';

const texteId = 't';
const qualifie = (qualification: 'legitime' | 'sans_reponse') =>
  ({ type: 'qualifyMotif', manquement: 1, qualification, texteId }) as const;
const confirme = { type: 'confirmSignalement', manquement: 1, texteId } as const;
const remobilise = (le: string) =>
  ({ type: 'recordRemobilisation', manquement: 1, le: le as CivilDate, texteId: null }) as const;
const etat = (r: Recit) => r.p.manquements[0]?.etat;
const lignes = (r: Recit, avis: string) =>
  r.dossier.lignes.filter((l) => l.avis === avis).map((l) => `${l.pour} ${r.mur(l.a).slice(0, 10)}`);

/** Absent on 10/02/2026; motive asked on 11/02, answer due on 18/02. */
const absent = (x: Parameters<typeof signe>[1] = {}) =>
  signe('2026-01-31', x).le('2026-02-10', '11:00').statut(1, 'absent');
/** First relance on 19/02, second on 09/03, proposed on Wednesday 25/03. */
const propose = () => absent().le('2026-02-19').fait(qualifie('sans_reponse')).le('2026-03-25');

describe('R30 — à chaque échelon, qui doit agir est rappelé, puis le responsable', () => {
  test('R30, R12 — le motif à qualifier : référent les jours 1 et 5 après le délai, responsable le 10e, puis R12', () => {
    const r = absent().le('2026-06-30');
    expect(lignes(r, 'motif_a_qualifier')).toEqual([
      'referent 2026-02-19',
      'referent 2026-02-25',
      'responsable 2026-03-04',
      'responsable 2026-03-18',
      'responsable 2026-04-01',
      'responsable 2026-04-16',
    ]);
    expect(etat(r)).toEqual({ etat: 'motif_demande' });
  });

  test('R30, R12 — le signalement proposé attend une décision : référent le 5e jour, responsable le 10e, puis R12', () => {
    const r = propose().le('2026-12-31');
    expect(lignes(r, 'signalement_a_decider')).toEqual([
      'referent 2026-03-25',
      'referent 2026-04-01',
      'responsable 2026-04-09',
      'responsable 2026-04-23',
      'responsable 2026-05-11',
      'responsable 2026-05-27',
    ]);
    expect(etat(r)).toEqual({ etat: 'signalement_propose', proposition: 1 });
  });

  test('R30 — une lettre pas remise est rappelée : aucun délai ne court, l’échelle ne monte pas', () => {
    const r = absent({ sansAdresse: true }).le('2026-03-31');
    expect(lignes(r, 'delai_pas_commence')).toEqual([
      'referent 2026-02-18',
      'responsable 2026-02-25',
      'responsable 2026-03-11',
      'responsable 2026-03-25',
    ]);
    expect(etat(r)).toEqual({ etat: 'motif_demande' });
    r.fait({ type: 'recordRemise', courrielCle: 'manquement:1:demande_motif', le: jour('2026-03-31') });
    expect(r.aVenir('manquement:1:remise')).toEqual({});
  });

  test('R30 — reporté, le signalement proposé de nouveau a ses propres rappels', () => {
    const r = propose()
      .fait({ type: 'postponeSignalement', manquement: 1, au: jour('2026-05-01'), texteId })
      .le('2026-05-04');
    expect(Object.keys(r.aVenir('manquement:1:decision:2'))).toHaveLength(5);
    expect(r.aVenir('manquement:1:decision:1')).toEqual({});
  });

  test('R31 — la suite d’un signalement transmis est demandée 40 jours ouvrés après, jusqu’à ce qu’elle soit notée', () => {
    const r = propose().fait(confirme);
    expect(r.prevu('manquement:1:suite:encore:5')).toBe('2026-06-03');
    r.fait({ type: 'recordSuite', manquement: 1, suite: 'decision_prise', le: jour('2026-03-25'), texteId });
    expect([r.aVenir('manquement'), etat(r)]).toEqual([{}, { etat: 'transmis' }]);
  });
});

describe('R31 — transmission et remobilisation', () => {
  test('R31 — confirmé, le signalement est dit à la personne, avec ses droits', () => {
    const r = propose().fait(confirme);
    expect(r.courriels().at(-1)).toBe('information_transmise 2026-03-25');
  });

  test.each([
    ['ouvert', () => absent()],
    ['motif demandé', () => absent().le('2026-02-12')],
    ['première relance', () => absent().le('2026-02-19').fait(qualifie('sans_reponse'))],
    ['signalement proposé', propose],
  ])('R31 — la remobilisation clôt à l’échelon « %s », sans second signal', (_, jusque) => {
    const r = jusque();
    r.fait(remobilise(r.mur(r.monde.maintenant).slice(0, 10)));
    expect(etat(r)).toMatchObject({ etat: 'clos', raison: 'remobilisation' });
    expect(r.aVenir('manquement')).toEqual({});
  });

  test('R31 — après la transmission, la remobilisation fait naître le second signal, rappelé jusqu’à son envoi', () => {
    const r = propose().fait(confirme).le('2026-04-01').fait(remobilise('2026-04-01'));
    expect(r.desFaits('signal_a_transmettre').map((f) => f.quoi)).toEqual(['remobilisation']);
    expect(lignes(r, 'signal_a_transmettre')).toEqual(['referent 2026-04-01']);
    expect(r.prevu('manquement:1:signal:1:retard:10')).toBe('2026-04-16');
    r.fait({ type: 'recordTransmission', manquement: 1, le: jour('2026-04-01') });
    expect(r.aVenir('manquement')).toEqual({});
    expect(r.codeRefus({ type: 'recordTransmission', manquement: 1, le: jour('2026-04-01') })).toBe(
      'rien_a_transmettre',
    );
  });

  test('R31 — un rendez-vous honoré après la transmission vaut remobilisation', () => {
    const r = propose().fait(confirme);
    const prochain = r.p.rendezVous.find((x) => x.issue === null && x.creneau.debut > r.monde.maintenant);
    r.le(r.mur(prochain?.creneau.fin ?? r.monde.maintenant).slice(0, 10) as '2026-04-01', '18:00');
    r.statut(prochain?.id ?? 0, 'honore');
    expect(r.types()).toContain('signal_a_transmettre');
  });

  test('R31 — « sans suite » clôt l’échelle et la personne l’apprend', () => {
    const r = propose().fait(confirme);
    r.fait({ type: 'recordSuite', manquement: 1, suite: 'sans_suite', le: jour('2026-03-25'), texteId });
    expect(etat(r)).toMatchObject({ etat: 'clos', raison: 'sans_suite' });
    expect(r.courriels().at(-1)).toBe('situation_reglee 2026-03-25');
  });
});

describe('R31 — le motif', () => {
  test('R31 — un motif reçu porte son code et sa date, et ne décide de rien', () => {
    const r = absent().le('2026-02-13');
    r.fait({ type: 'recordMotif', manquement: 1, motif: 'transport', recuLe: jour('2026-02-12'), texteId });
    expect(r.p.manquements[0]?.motifs).toEqual([{ motif: 'transport', recuLe: '2026-02-12', texteId }]);
    expect(etat(r)).toEqual({ etat: 'motif_demande' });
  });

  test('R31 — un motif légitime après l’abandon rouvre et lève le manquement', () => {
    const r = propose().fait({ type: 'dropSignalement', manquement: 1, texteId }).le('2026-04-10');
    r.fait(qualifie('legitime'));
    expect(r.types()).toEqual(expect.arrayContaining(['motif_qualifie', 'manquement_leve']));
    expect(etat(r)).toMatchObject({ etat: 'clos', raison: 'motif_legitime' });
    expect(r.codeRefus(qualifie('legitime'))).toBe('manquement_clos');
  });

  test('R31 — un motif légitime après la transmission clôt et fait retirer le signalement', () => {
    const r = propose().fait(confirme).fait(qualifie('legitime'));
    expect(r.desFaits('signal_a_transmettre').map((f) => f.quoi)).toEqual(['retrait']);
    expect(r.courriels().at(-1)).toBe('situation_reglee 2026-03-25');
  });

  test('R31 — un motif légitime après une remobilisation déjà transmise fait aussi retirer le signalement', () => {
    const r = propose().fait(confirme).fait(remobilise('2026-03-25'));
    r.fait({ type: 'recordTransmission', manquement: 1, le: jour('2026-03-25') }).fait(qualifie('legitime'));
    expect(r.p.manquements[0]?.signaux.map((s) => [s.quoi, s.transmisLe])).toEqual([
      ['remobilisation', '2026-03-25'],
      ['retrait', null],
    ]);
  });
});

test('R31 — le dossier joint dit les faits, les lettres remises, les motifs, et s’arrête à la transmission', () => {
  const r = propose();
  r.fait({ type: 'recordMotif', manquement: 1, motif: 'enfant', recuLe: jour('2026-03-20'), texteId })
    .fait(confirme)
    .fait(remobilise('2026-03-25'));
  const dossier = dossierOf(r.p, r.dossier.journal, 1, r.monde);
  expect(dossier?.faits.map((f) => f.type)).toEqual([
    'rendez_vous_planifie',
    'rappel_envoye',
    'rappel_envoye',
    'statut_enregistre',
    'manquement_ouvert',
    'motif_demande',
    'remise_constatee',
    'motif_qualifie',
    'relance_envoyee',
    'remise_constatee',
    'relance_envoyee',
    'remise_constatee',
    'signalement_propose',
    'motif_recu',
    'signalement_confirme',
  ]);
  expect(dossier?.depuis.map((f) => f.type)).toContain('remobilisation_constatee');
  expect(dossierOf(r.p, r.dossier.journal, 9, r.monde)).toBeNull();
});
