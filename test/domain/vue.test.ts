import { faire2025 } from '../../domain/dispositifs/faire-2025';
import { echeancier } from '../../domain/parcours/echeancier';
import { libelleEcheance } from '../../domain/parcours/libelles';
import { resume } from '../../domain/parcours/resume';
import { vueParcours } from '../../domain/parcours/vue';
import { jour } from '../../domain/temps/jour';
import {
  absente,
  auPlafond,
  close,
  neuve,
  oubliee,
  proposee,
  sansAdresse,
  sansReferent,
  signee,
} from './vue-exemples';
import { fais, jusquA, ouvre, regles, type Vie } from './vue-vies';

const vue = (v: Vie) => vueParcours(v.p, v.journal, regles, v.maintenant);
const taches = (v: Vie) => vue(v).taches.map(({ code, urgence }) => `${code} ${urgence}`);
const vies = [neuve, signee, oubliee, absente(), proposee(), auPlafond, close, sansReferent, sansAdresse];

describe('Ce que le parcours attend', () => {
  test('R11 — une présence à indiquer presse le jour même, et est en retard le jour ouvré suivant', () => {
    const [rdv] = neuve.p.rendezVous;
    expect(rdv?.creneau.debut).toBe('2025-01-21T08:00:00.000Z');
    expect(taches(jusquA(neuve, '2025-01-21T07:59:00.000Z'))).not.toContain('statut_a_renseigner a_traiter');
    expect(taches(jusquA(neuve, '2025-01-21T10:00:00.000Z'))).toContain('statut_a_renseigner a_traiter');
    expect(taches(jusquA(neuve, '2025-01-22T10:00:00.000Z'))).toContain('statut_a_renseigner en_retard');
  });

  test('R13 — le contrat est à prévoir, puis presse sept jours avant la limite, puis est en retard le lendemain', () => {
    const le = (a: string) => taches(jusquA(neuve, a)).filter((t) => t.startsWith('contrat'));
    expect(vue(neuve).aSignerAvant).toBe('2025-02-10');
    expect(le('2025-01-31T12:00:00.000Z')).toEqual(['contrat_a_signer a_prevoir']);
    expect(le('2025-02-03T12:00:00.000Z')).toEqual(['contrat_a_signer a_traiter']);
    expect(le('2025-02-10T12:00:00.000Z')).toEqual(['contrat_a_signer a_traiter']);
    expect(le('2025-02-11T12:00:00.000Z')).toEqual(['contrat_en_retard en_retard']);
  });

  test('R15 — un bilan est à préparer dès son annonce, à tenir sept jours avant, en retard le lendemain', () => {
    const le = (a: string) => taches(jusquA(signee, a)).filter((t) => t.startsWith('bilan'));
    expect(le('2025-06-19T12:00:00.000Z')).toEqual([]);
    expect(le('2025-06-20T12:00:00.000Z')).toEqual(['bilan_a_preparer a_prevoir']);
    expect(le('2025-07-14T12:00:00.000Z')).toEqual(['bilan_a_tenir a_traiter']);
    expect(le('2025-07-21T12:00:00.000Z')).toEqual(['bilan_a_tenir a_traiter']);
    expect(le('2025-07-22T12:00:00.000Z')).toEqual(['bilan_en_retard en_retard']);
  });

  test('R14 — le motif ne presse qu’une fois passé le délai de réponse, qui est dit à l’avance', () => {
    const m = absente();
    expect(m.p.manquements[0]?.etat.etat).toBe('motif_demande');
    const [tache] = vue(m).taches.filter((t) => t.code === 'motif_a_qualifier');
    expect(tache).toMatchObject({ urgence: 'a_prevoir', geste: 'qualifyMotif' });
    const limite = tache?.avant ?? '';
    expect(vue(jusquA(m, `${limite}T22:00:00.000Z`)).taches).toContainEqual(
      expect.objectContaining({ code: 'motif_a_qualifier', urgence: 'a_prevoir' }),
    );
    expect(taches(jusquA(m, `${limite}T23:30:00.000Z`))).toContain('motif_a_qualifier a_traiter');
  });

  test('R14, R30 — un signalement proposé attend le référent ; le responsable en est averti, rien de plus', () => {
    const v = vue(proposee());
    expect(v.taches.find((t) => t.code === 'signalement_a_decider')).toMatchObject({
      pour: ['referent', 'responsable'],
    });
    expect(v.gestes.map((g) => g.geste)).toEqual(
      expect.arrayContaining(['confirmSignalement', 'postponeSignalement', 'dropSignalement']),
    );
  });

  test('R16 — la durée maximale atteinte demande une décision, en retard dix jours ouvrés après', () => {
    expect(taches(jusquA(signee, '2026-07-22T12:00:00.000Z'))).toContain('plafond_a_decider a_traiter');
    expect(taches(jusquA(signee, '2026-08-04T12:00:00.000Z'))).toContain('plafond_a_decider en_retard');
  });

  test('R18 — une lettre n’est plus à remettre quand son rendez-vous est passé', () => {
    const lettres = (v: Vie) => vue(v).taches.filter((t) => t.code === 'lettre_a_faire');
    expect(lettres(sansAdresse).map((t) => t.sujet)).toEqual(['rdv:1.1:convocation']);
    const passee = jusquA(sansAdresse, '2025-01-22T12:00:00.000Z');
    expect(lettres(passee)).toEqual([]);
    expect(vue(passee).lettres.every((l) => !l.sert)).toBe(true);
  });

  test('R18 — la lettre d’un rendez-vous déplacé est remplacée par celle de son nouveau jour', () => {
    const deplacee = fais(sansAdresse, '2025-01-14T09:00:00.000Z', {
      type: 'moveRendezVous',
      rendezVousId: 1,
      debut: '2025-01-23T13:00:00.000Z' as Vie['maintenant'],
      dureeMinutes: null,
    });
    const sujets = vue(deplacee).taches.flatMap((t) => (t.code === 'lettre_a_faire' ? [t.sujet] : []));
    expect(sujets).toEqual(['rdv:1.2:deplacement']);
  });

  test('sans référent, c’est au responsable d’en désigner un', () => {
    expect(vue(sansReferent).taches).toContainEqual(
      expect.objectContaining({ code: 'referent_a_designer', pour: ['responsable'] }),
    );
  });

  test('R33, R34 — un parcours clos n’attend plus rien, que la situation six mois après la sortie', () => {
    const { attend, taches: rien, gestes, prochaines, sortie } = vue(close);
    expect({ attend, rien }).toEqual({ attend: [], rien: [] });
    // R23 — who will ask may still change.
    expect(gestes.map((g) => g.geste)).toEqual(['changeReferent', 'recordSuivi']);
    expect(gestes.slice(1)).toEqual([
      { geste: 'recordSuivi', situations: ['sans_objet'], du: '2025-02-17', au: '2025-02-17' },
    ]);
    expect(prochaines.map(({ cle, le }) => [cle, le])).toEqual([['suivi:demande:1', '2025-08-18']]);
    expect(sortie).toMatchObject({
      le: '2025-02-17',
      motif: 'cdi',
      classe: 'emploi_durable',
      dynamique: true,
      suivi: { prevuLe: '2025-08-18', demandeLe: null, situation: null },
    });
  });
});

describe('La frise et les mois', () => {
  test('R01 — le mois en cours va du lendemain du quantième au quantième, et n’existe pas le jour de la signature', () => {
    expect(vue(signee).moisCourant).toBeNull();
    expect(vue(jusquA(signee, '2025-01-22T12:00:00.000Z')).moisCourant).toMatchObject({
      rang: 1,
      du: '2025-01-22',
      au: '2025-02-21',
    });
    expect(vue(jusquA(signee, '2025-02-22T12:00:00.000Z')).moisCourant?.rang).toBe(2);
  });

  test('R02 — le dernier jour compte encore : zéro jour restant, puis un de dépassé', () => {
    expect(vue(jusquA(signee, '2026-07-21T12:00:00.000Z')).plafond).toMatchObject({
      dernierJour: '2026-07-21',
      joursRestants: 0,
      atteint: false,
    });
    expect(vue(jusquA(signee, '2026-07-22T12:00:00.000Z')).plafond).toMatchObject({
      joursRestants: -1,
      atteint: true,
    });
  });

  test('R02 — une prolongation se voit du lendemain du premier plafond à son dernier jour', () => {
    const prolongee = fais(auPlafond, '2026-08-06T13:00:00.000Z', {
      type: 'prolongParcours',
      jusquAu: jour('2026-12-31'),
      texteId: 't',
    });
    const { frise, plafond } = vue(prolongee);
    expect(frise.prolongations).toEqual([{ du: '2026-07-22', au: '2026-12-31' }]);
    expect(plafond).toMatchObject({ prolonge: true, atteint: false });
  });

  test('R14 — les échelons d’un manquement sont dessinés au jour où ils ont été montés', () => {
    const codes = vue(proposee()).frise.echelons.map((e) => e.code);
    expect(codes).toEqual(['ouvert', 'motif_demande', 'relance_1', 'relance_2', 'propose']);
  });

  test('R10 — un mois passé dont la présence manque reste à préciser', () => {
    expect(vue(jusquA(oubliee, '2025-02-24T12:00:00.000Z')).mois[0]).toMatchObject({ etat: 'a_preciser' });
  });
});

describe('Les phrases', () => {
  test('aucun libellé d’échéance ne dépasse 150 caractères, et deux échéances d’un même jour se distinguent', () => {
    for (const v of vies) {
      const libelles = echeancier(v.p, regles).map((e) => `${e.duLe} ${libelleEcheance(e)}`);
      for (const l of libelles) expect(l.length).toBeLessThan(150);
      expect(new Set(libelles).size).toBe(libelles.length);
    }
  });

  test('chaque fait du journal a sa phrase, sans identifiant ni valeur manquante', () => {
    for (const v of vies)
      for (const { phrase } of vue(v).journal) {
        expect(phrase).toMatch(/^[A-ZÀÉ\d].*\.$/);
        expect(phrase).not.toMatch(/undefined|null|NaN|_|referent\b|beneficiaire/);
      }
  });

  test('ce qui n’arrive que si personne n’agit est dit conditionnel', () => {
    const { prochaines } = vue(neuve);
    expect(
      prochaines
        .filter((e) => e.nature === 'statut' || e.nature === 'contrat')
        .every((e) => e.conditionnelle),
    ).toBe(true);
    expect(prochaines.filter((e) => e.nature === 'rappel').some((e) => e.conditionnelle)).toBe(false);
  });
});

describe('Le résumé d’une liste', () => {
  test('il compte les mêmes tâches que la page du parcours, et annonce la même échéance', () => {
    for (const v of vies) {
      const r = resume(v.p, regles, v.maintenant);
      expect(r.taches).toEqual(vue(v).taches);
      expect(r.prochaine).toEqual(vue(v).prochaines[0] ?? null);
      expect(r.enRetard).toBe(r.taches.some((t) => t.urgence === 'en_retard'));
    }
  });

  test('le dispositif est nommé par son édition', () => {
    expect(vue(ouvre()).dispositif).toEqual({ code: 'faire', edition: '2025', libelle: faire2025.libelle });
  });
});
