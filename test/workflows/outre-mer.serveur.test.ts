import type { Vie } from '../../demo/vies/vie';
import { recordTous, signSiRecu } from '../../demo/vies/vie';
import { estOuvre } from '../../domain/temps/calendrier';
import { heureAt, instantAt, jourAt } from '../../domain/temps/heure-locale';
import type { Instant } from '../../domain/temps/instant';
import { jour } from '../../domain/temps/jour';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';

jest.setTimeout(600_000);
const ZONE = 'la_reunion';
const FIN = jour('2025-12-23');

/** A job after four months; six months later, nobody has news, then the person answers. */
const partie: Vie = {
  code: 'reunion',
  titre: 'Une structure de La Réunion : un emploi, puis la situation six mois après',
  idExterne: 'REU-0001',
  joue: (p, ctx, le) =>
    le >= '2025-05-14'
      ? [
          {
            type: 'exitParcours',
            motif: 'cdd',
            le,
            emploi: { debutLe: jour('2025-05-15'), finLe: jour('2025-11-15') },
          },
        ]
      : [...signSiRecu(p, ctx, le), ...recordTous(p, ctx)],
  apresSortie: (p, _, le) =>
    p.suiviSortie.demandeLe !== null && p.suiviSortie.reponse === null && le >= '2025-12-08'
      ? [{ type: 'recordSuivi', situation: 'en_emploi', le, texteId: null }]
      : [],
};

/** The same, without a référent who answers: everything escalates, until 20 December, a holiday there. */
const silencieuse: Vie = {
  code: 'silence',
  titre: 'Un déménagement : rien n’est écrit, une tâche reste',
  idExterne: 'REU-0002',
  joue: (p, ctx, le) =>
    le >= '2025-05-20'
      ? [{ type: 'exitParcours', motif: 'demenagement', le }]
      : [...signSiRecu(p, ctx, le), ...recordTous(p, ctx)],
};

describe('Une structure de La Réunion sur le vrai moteur', () => {
  let d: DepartementDEssai;

  beforeAll(async () => {
    d = await createDepartementDEssai({ nom: 'outre-mer', vies: [partie, silencieuse], zone: ZONE });
    await d.open();
    await d.joue(d.ecrit(FIN), instantAt(FIN, '18:00', 'metropole'));
  });
  afterAll(() => d.close());

  const listFaits = () => d.base.fait.findMany({ orderBy: [{ parcoursId: 'asc' }, { rang: 'asc' }] });
  const aOf = (a: Date) => a.toISOString() as Instant;

  test('R33, R34, R37 — chaque échéance et chaque courriel est celui de l’oracle, après la clôture aussi', async () => {
    expect(await d.ecarts()).toEqual([]);
  });

  test('R37 — ce qui suit le temps part au matin du mur de La Réunion, jamais un jour férié de là-bas', async () => {
    const faits = await listFaits();
    // What follows an act of a person is done at once (R06).
    const actes = new Set(faits.filter((f) => f.par !== 'jalons').map((f) => f.a.getTime()));
    const honorees = faits.filter((f) => f.cle !== null && !actes.has(f.a.getTime()));
    expect(honorees.length).toBeGreaterThan(20);
    for (const { a } of honorees) {
      const heure = heureAt(aOf(a), ZONE);
      expect(heure >= '06:30' && heure < '07:45').toBe(true);
    }
    const rendezVous = await d.base.rendezVous.findMany();
    for (const { debut } of rendezVous)
      expect([estOuvre(jourAt(aOf(debut), ZONE), ZONE), heureAt(aOf(debut), ZONE) >= '08:00']).toEqual([
        true,
        true,
      ]);
  });

  test('R37 — la convocation donne l’heure du mur de La Réunion', async () => {
    const [premier] = await d.base.rendezVous.findMany({ orderBy: { debut: 'asc' }, take: 1 });
    const convocation = await d.base.courriel.findFirst({
      where: { modele: 'convocation' },
      orderBy: { creeA: 'asc' },
    });
    const octets = Buffer.from(convocation?.octets ?? []).toString('utf8');
    const [h = '', m = ''] = heureAt(aOf(premier?.debut ?? new Date(0)), ZONE).split(':');
    const dite = m === '00' ? `${Number(h)}[^\\d]{1,12}h` : `${Number(h)}[^\\d]{1,12}h[^\\d]{1,12}${m}`;
    expect(octets.replaceAll('=\r\n', '')).toMatch(new RegExp(dite));
  });

  test('R34 — un parcours clos honore son suivi, et lui seul ; la réponse ferme son workflow', async () => {
    const apres = (await listFaits()).filter((f) => f.a > new Date('2025-05-21'));
    expect(new Set(apres.map((f) => f.type))).toEqual(
      new Set(['suivi_demande', 'suivi_enregistre', 'professionnel_averti']),
    );
    const parcours = await d.base.parcours.findMany({ orderBy: { id: 'asc' } });
    const etapes = new Map(parcours.map((p) => [p.beneficiaireId, p.etape]));
    expect([...etapes.values()].sort()).toEqual(['clos', 'suivi_sortie']);
    for (const { id, etape } of parcours.filter((p) => p.etape === 'clos')) {
      // The journal closes first; the workflow reads it at its next look, then ends.
      const statut = async () => (await d.client.workflow.getHandle(`parcours-${id}`).describe()).status.name;
      await attends(
        `la fin du workflow d’un parcours ${etape}`,
        async () => (await statut()) === 'COMPLETED',
      );
    }
  });

  test('R33 — après un déménagement, plus aucun courriel à la personne', async () => {
    const [parti] = await d.base.fait.findMany({
      where: { type: 'parcours_clos' },
      orderBy: { a: 'desc' },
      take: 1,
    });
    const ecrits = await d.base.courriel.findMany({
      where: {
        parcoursId: parti?.parcoursId ?? '',
        destinataire: 'personne',
        creeA: { gte: parti?.a ?? new Date(0) },
      },
    });
    expect(ecrits.filter((c) => c.etat !== 'abandonne')).toEqual([]);
  });
});
