import { absences } from '../../demo/vies/absences';
import { tranquille } from '../../demo/vies/tranquille';
import type { GesteEcrit } from '../../demo/oracle/histoire';
import { instantAt } from '../../domain/temps/heure-locale';
import type { Instant } from '../../domain/temps/instant';
import { addJours, addDuree, jour, type CivilDate } from '../../domain/temps/jour';
import { prepareEspaces } from '../../tools/moteur/temporal-espaces';
import { attends } from '../support/attente';
import { createBase, getEngin } from '../support/engin';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { DEBUT } from '../support/peuplement';

jest.setTimeout(400_000);
const FIN = jour('2025-03-31');
const VIES = [tranquille, absences];

describe('La même horloge, avancée par jours ou par mois', () => {
  let parJours: DepartementDEssai;
  let parMois: DepartementDEssai;

  beforeAll(async () => {
    const { temporalAddress, namespace } = getEngin();
    const autre = { temporalAddress, namespace: `${namespace}-mois` };
    await prepareEspaces({ address: temporalAddress }, [autre.namespace]);
    const databaseUrl = await createBase('essai_pas_mois');
    parJours = await createDepartementDEssai({ nom: 'pas-jours', jumeauDe: 'pas', vies: VIES });
    parMois = await createDepartementDEssai({
      ...{ nom: 'pas-mois', jumeauDe: 'pas', vies: VIES },
      lieu: { ...autre, databaseUrl },
    });
  });
  afterAll(() => Promise.all([parJours.close(), parMois.close()]));

  test('donne la même vie, à l’instant et au courriel près', async () => {
    const [arretsParJour, arretsParMois] = await Promise.all([
      lives(parJours, (le) => addJours(le, 1)),
      lives(parMois, (le) => addDuree(le, { mois: 1 })),
    ]);
    expect(arretsParJour).toBeGreaterThan(70);
    expect(arretsParMois).toBeLessThan(arretsParJour / 3);
    const [a, b] = [await parJours.releve(), await parMois.releve()];
    expect(a.echeances).toEqual(b.echeances);
    expect(a.creneaux).toEqual(b.creneaux);
    expect([...a.courriels].sort()).toEqual([...b.courriels].sort());
    expect(await parJours.ecarts()).toEqual([]);
  });

  test('au repos, chaque parcours ouvert a vu l’horloge où elle est arrivée', async () => {
    const { version } = await parJours.base.horloge.findFirstOrThrow();
    const ouverts = { clos: false, horlogeVue: { lt: version } };
    await attends(
      'l’horloge vue de tous',
      async () => (await parJours.base.parcours.count({ where: ouverts })) === 0,
    );
    expect(await parJours.base.parcours.count({ where: { clos: false } })).toBeGreaterThan(1);
  });

  test('une promenade garde l’instant d’où elle est partie : ce qui est derrière elle se compte de là', async () => {
    const marches = await parMois.base.promenade.findMany({ orderBy: { demandeeA: 'asc' } });
    expect(Math.max(...marches.map(({ pas }) => pas))).toBeGreaterThan(2);
    // Nothing moves the clock in between: each leaves from where the one before arrived.
    expect(marches.slice(1).map(({ depuis }) => depuis)).toEqual(marches.slice(0, -1).map((m) => m.rendueA));
  });

  /** Walks from stop to stop; a gesture that falls between two is a stop of its own. Counts the walks. */
  async function lives(d: DepartementDEssai, suivant: (le: CivilDate) => CivilDate): Promise<number> {
    await d.open();
    const gestes: GesteEcrit[] = [...d.ecrit(FIN)];
    let promenades = 0;
    const walkTo = async (a: Instant) => {
      promenades += 1;
      await d.walkTo(a);
    };
    for (let le = suivant(DEBUT); le <= FIN; le = suivant(le)) {
      const a = instantAt(le, '12:00', 'metropole');
      for (let g = gestes[0]; g !== undefined && g.a <= a; g = gestes[0]) {
        gestes.shift();
        await walkTo(g.a);
        await d.ask(g.parcoursId, g.demande);
      }
      await walkTo(a);
    }
    await d.joue(gestes, instantAt(FIN, '18:00', 'metropole'));
    return promenades;
  }
});
