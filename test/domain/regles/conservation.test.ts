import {
  raisonDeGarder,
  jourDuDernierContact,
  type Conserve,
} from '../../../domain/conservation/conservation';
import { nomEfface } from '../../../domain/conservation/effacement';
import type { Demande } from '../../../domain/parcours/demandes';
import { contexteOf } from '../../../domain/parcours/contexte';
import { etapeOf } from '../../../domain/parcours/parcours';
import { vueParcours } from '../../../domain/parcours/vue';
import { instantAt } from '../../../domain/temps/heure-locale';
import { jour } from '../../../domain/temps/jour';
import { ouvre, signe, type Recit } from '../recit';

type Date10 = `${number}-${number}-${number}`;

const sort = (le: Date10): Demande => ({ type: 'exitParcours', motif: 'demenagement', le: jour(le) });
const efface: Demande = { type: 'recordEffacement', raison: 'demande' };

const conserve = (recits: readonly Recit[], x: Partial<Conserve> = {}): Conserve => ({
  parcours: recits.map((r) => ({ p: r.p, r: contexteOf(r.monde, r.p) })),
  inscriteA: instantAt(jour('2026-01-12'), '10:00', 'metropole'),
  ...{ courrielEnAttente: false, importEnAttente: false },
  ...x,
});
const garde = (x: Conserve, le: Date10, mois = 24) =>
  raisonDeGarder(x, { maintenant: instantAt(jour(le), '23:30', 'metropole'), mois });

describe('R44 — combien de temps', () => {
  const sortie = ouvre({ le: '2026-01-31' }).le('2026-03-10').fait(sort('2026-03-10'));

  test('R44 — étant donné une sortie le 10 mars 2026, la personne est gardée deux ans, le dernier jour compris', () => {
    expect(garde(conserve([sortie]), '2028-03-09')).toBe('contact_recent');
    expect(garde(conserve([sortie]), '2028-03-10')).toBe('contact_recent');
    expect(garde(conserve([sortie]), '2028-03-11')).toBeNull();
  });

  test('R44 — à minuit de chez elle : le jour finit plus tard en Martinique qu’en métropole', () => {
    const antilles = ouvre({ le: '2026-01-31', zone: 'martinique' })
      .le('2026-03-10')
      .fait(sort('2026-03-10'));
    const maintenant = instantAt(jour('2028-03-11'), '00:30', 'metropole');
    expect(raisonDeGarder(conserve([sortie]), { maintenant, mois: 24 })).toBeNull();
    expect(raisonDeGarder(conserve([antilles]), { maintenant, mois: 24 })).toBe('contact_recent');
  });

  test('R44 — un dernier contact le 29 février : gardée jusqu’au 28 février, effaçable le 1er mars', () => {
    const bissextile = ouvre({ le: '2026-06-30' }).le('2028-02-29').fait(sort('2028-02-29'));
    expect(jourDuDernierContact(bissextile.p)).toBe('2028-02-29');
    expect(garde(conserve([bissextile]), '2030-02-28')).toBe('contact_recent');
    expect(garde(conserve([bissextile]), '2030-03-01')).toBeNull();
  });

  test('R44 — la durée est un paramètre', () => {
    expect(garde(conserve([sortie]), '2027-03-10', 12)).toBe('contact_recent');
    expect(garde(conserve([sortie]), '2027-03-11', 12)).toBeNull();
  });

  test('R44 — une personne inscrite sans parcours est comptée du jour de son inscription', () => {
    expect(garde(conserve([]), '2028-01-12')).toBe('contact_recent');
    expect(garde(conserve([]), '2028-01-13')).toBeNull();
  });

  test('R44 — de deux parcours, le plus récent contact compte', () => {
    const autre = ouvre({ le: '2026-04-01' }).le('2026-05-20').fait(sort('2026-05-20'));
    expect(garde(conserve([sortie, autre]), '2028-05-20')).toBe('contact_recent');
    expect(garde(conserve([sortie, autre]), '2028-05-21')).toBeNull();
  });
});

describe('R44 — le dernier contact', () => {
  test('R44 — une présence compte, une absence non', () => {
    const venu = signe('2026-01-31').le('2026-02-03', '18:00');
    const [premier] = venu.p.rendezVous.filter((r) => r.creneau.debut < venu.monde.maintenant);
    expect(premier).toBeUndefined();
    const plusTard = signe('2026-01-31').le('2026-03-31', '18:00');
    const passe = plusTard.p.rendezVous.find(
      (r) => r.issue === null && r.creneau.debut < plusTard.monde.maintenant,
    );
    if (passe === undefined) throw new Error('Aucun rendez-vous passé.');
    expect(jourDuDernierContact(plusTard.p)).toBe('2026-01-31');
    const absent = signe('2026-01-31').le('2026-03-31', '18:00').statut(passe.id, 'absent');
    expect(jourDuDernierContact(absent.p)).toBe('2026-01-31');
    plusTard.statut(passe.id, 'honore');
    expect(jourDuDernierContact(plusTard.p)).toBe(plusTard.mur(passe.creneau.debut).slice(0, 10));
  });

  test('R44 — avant le contrat, c’est l’ouverture ; une situation non renseignée après la sortie n’en est pas un', () => {
    expect(jourDuDernierContact(ouvre({ le: '2026-01-12' }).p)).toBe('2026-01-12');
    const sorti = () =>
      signe('2026-01-31')
        .le('2026-03-10')
        .fait({
          type: 'exitParcours',
          motif: 'cdi',
          le: jour('2026-03-10'),
          emploi: { debutLe: jour('2026-03-10'), finLe: null },
        })
        .le('2026-09-20');
    const le = jour('2026-09-20');
    const inconnue = sorti().fait({ type: 'recordSuivi', situation: 'non_renseigne', le, texteId: null });
    expect(jourDuDernierContact(inconnue.p)).toBe('2026-03-10');
    const dite = sorti().fait({ type: 'recordSuivi', situation: 'en_emploi', le, texteId: null });
    expect(jourDuDernierContact(dite.p)).toBe('2026-09-20');
  });
});

describe('R44 — qui n’est jamais purgé', () => {
  test('R44 — un parcours ouvert garde la personne, si ancien soit-il', () => {
    const vieux = signe('2026-01-31');
    expect(garde(conserve([vieux]), '2040-01-01')).toBe('parcours_ouvert');
    const clos = ouvre({ le: '2026-01-31' }).le('2026-03-10').fait(sort('2026-03-10'));
    expect(garde(conserve([clos, vieux]), '2040-01-01')).toBe('parcours_ouvert');
  });

  test('R44, R34 — une échéance encore attendue la garde aussi', () => {
    const suivi = signe('2026-01-31')
      .le('2026-03-10')
      .fait({
        type: 'exitParcours',
        motif: 'cdi',
        le: jour('2026-03-10'),
        emploi: { debutLe: jour('2026-03-10'), finLe: null },
      });
    expect(garde(conserve([suivi]), '2040-01-01')).toBe('echeance_attendue');
  });

  test('R44 — un courriel qui attend, un import qui va l’inscrire la gardent', () => {
    const clos = ouvre({ le: '2026-01-31' }).le('2026-03-10').fait(sort('2026-03-10'));
    expect(garde(conserve([clos], { courrielEnAttente: true }), '2040-01-01')).toBe('courriel_en_attente');
    expect(garde(conserve([clos], { importEnAttente: true }), '2040-01-01')).toBe('import_en_attente');
    expect(garde(conserve([clos]), '2040-01-01')).toBeNull();
  });
});

describe('R45 — l’effacement', () => {
  test('R45 — refusé tant que le parcours est ouvert, et rien ne change', () => {
    const r = signe('2026-01-31').retient();
    expect(r.codeRefus(efface)).toBe('personne_suivie');
    expect(r.types()).toEqual([]);
  });

  test('R45 — un seul fait de plus ; plus rien n’est attendu, ni demandé, ni permis', () => {
    const r = signe('2026-01-31')
      .le('2026-03-10')
      .fait({
        type: 'exitParcours',
        motif: 'cdi',
        le: jour('2026-03-10'),
        emploi: { debutLe: jour('2026-03-10'), finLe: null },
      })
      .le('2026-09-20');
    expect([etapeOf(r.p), Object.keys(r.aVenir('')).length > 0]).toEqual(['suivi_sortie', true]);
    r.retient().fait(efface);
    expect(r.desFaits('personne_effacee')).toEqual([{ type: 'personne_effacee', raison: 'demande' }]);
    const { journal, p } = r.dossier;
    const vue = vueParcours(p, journal, contexteOf(r.monde, p), r.monde.maintenant);
    expect([vue.taches, vue.gestes, vue.prochaines, vue.lettres, vue.attend]).toEqual([[], [], [], [], []]);
    expect([vue.etape, vue.journal.at(-1)?.phrase]).toEqual([
      'clos',
      'Identité, textes et courriels effacés à la demande de la personne.',
    ]);
    const avant = journal.length;
    r.le('2027-12-31');
    expect(r.dossier.journal).toHaveLength(avant);
  });

  test('R45 — effacée, elle l’est une fois : tout geste est refusé, l’effacement aussi', () => {
    const r = ouvre({ le: '2026-01-31' })
      .le('2026-03-10')
      .fait(sort('2026-03-10'))
      .le('2026-03-11')
      .fait(efface);
    const le = jour('2026-03-11');
    expect(r.refus(efface)).toEqual({ code: 'personne_effacee', le });
    expect(r.refus({ type: 'recordSuivi', situation: 'sans_objet', le, texteId: null })).toEqual({
      code: 'personne_effacee',
      le,
    });
  });

  test('R45 — le nom laisse place au jour de l’effacement', () => {
    const { prenom, nom } = nomEfface(jour('2027-03-03'));
    expect(`${prenom} ${nom}`).toBe('Personne effacée le 3 mars 2027');
  });
});
