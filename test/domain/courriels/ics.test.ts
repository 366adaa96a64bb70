import fc from 'fast-check';
import ICAL from 'ical.js';
import { renderIcs, sequenceOf, type Invitation } from '../../../domain/courriels/ics';
import { renderCourriel } from '../../../domain/courriels/rendu';
import { uneLigne } from '../../../domain/courriels/une-ligne';
import { instantOf } from '../../../domain/temps/instant';
import { exemples } from '../../../domain/courriels/exemples/exemples';
import { hostile } from './hostiles';

const instant = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 11, 31) })
  .map((ms) => instantOf(ms - (ms % 60_000)));
const contact = fc.record({ nom: hostile, courriel: fc.emailAddress() });

const invitations: fc.Arbitrary<Invitation> = fc
  .record({
    methode: fc.constantFrom('REQUEST' as const, 'CANCEL' as const),
    parcoursId: fc.uuid(),
    rendezVousId: fc.integer({ min: 1, max: 400 }),
    revision: fc.integer({ min: 1, max: 60 }),
    ecritA: instant,
    debut: instant,
    minutes: fc.integer({ min: 5, max: 240 }),
    resume: hostile,
    lieu: hostile,
    lignes: fc.array(hostile, { minLength: 1, maxLength: 4 }),
    url: fc.option(fc.webUrl()),
    organisateur: contact,
    invite: fc.option(contact),
  })
  .map(({ minutes, ...i }) => ({ ...i, fin: instantOf(Date.parse(i.debut) + minutes * 60_000) }));

function lit(ics: string) {
  const calendrier = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  const evenements = calendrier.getAllSubcomponents('vevent');
  const [premier] = evenements;
  if (premier === undefined) throw new Error('Aucun événement.');
  return { calendrier, evenements, premier, evenement: new ICAL.Event(premier) };
}

function texteDe(valeur: unknown): string {
  return typeof valeur === 'string' ? valeur : '';
}

describe('Fichier .ics', () => {
  test('R18 — relu par un autre logiciel, il redit l’instant, le lieu et les personnes', () => {
    fc.assert(
      fc.property(invitations, (i) => {
        const { calendrier, evenements, premier, evenement } = lit(renderIcs(i));
        expect(evenements).toHaveLength(1);
        expect(calendrier.getFirstPropertyValue('method')).toBe(i.methode);
        expect(evenement.startDate.toJSDate().toISOString()).toBe(i.debut);
        expect(evenement.endDate.toJSDate().toISOString()).toBe(i.fin);
        expect(texteDe(evenement.summary)).toBe(uneLigne(i.resume));
        expect(texteDe(evenement.location)).toBe(uneLigne(i.lieu));
        expect(texteDe(evenement.description)).toBe(i.lignes.map(uneLigne).join('\n'));
        expect(evenement.sequence).toBe(sequenceOf(i));
        expect(premier.getFirstProperty('organizer')?.getParameter('cn')).toBe(
          uneLigne(i.organisateur.nom.replaceAll('"', '’').replace(/[\\^]/g, ' ')),
        );
        expect(premier.getAllProperties('attendee')).toHaveLength(i.invite === null ? 0 : 1);
      }),
      { numRuns: 150 },
    );
  });

  test('R18 — aucun champ n’ajoute une propriété au fichier', () => {
    fc.assert(
      fc.property(invitations, (i) => {
        const noms = lit(renderIcs(i))
          .premier.getAllProperties()
          .map((p) => p.name);
        const attendus = [
          'uid sequence dtstamp dtstart dtend status transp class summary location description'.split(' '),
          i.url === null ? [] : ['url'],
          ['organizer'],
          i.invite === null ? [] : ['attendee'],
        ];
        expect(noms).toEqual(attendus.flat());
      }),
      { numRuns: 150 },
    );
  });

  test('R18 — les lignes finissent par CRLF, tiennent en 75 octets et ne coupent aucun caractère', () => {
    fc.assert(
      fc.property(invitations, (i) => {
        const ics = renderIcs(i);
        const lignes = ics.split('\r\n');
        expect(lignes.pop()).toBe('');
        for (const ligne of lignes) {
          const octets = Buffer.from(ligne, 'utf8');
          expect(octets.length).toBeLessThanOrEqual(75);
          expect(octets.toString('utf8')).toBe(ligne);
          expect(ligne).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('R18 — les heures sont en temps universel, sans fuseau à deviner', () => {
    fc.assert(
      fc.property(invitations, (i) => {
        const ics = renderIcs(i);
        expect(ics).not.toContain('TZID');
        for (const nom of ['DTSTAMP', 'DTSTART', 'DTEND'])
          expect(ics).toMatch(new RegExp(`\r\n${nom}:\\d{8}T\\d{6}Z\r\n`));
      }),
    );
  });

  test('R18 — l’UID ne change jamais et ne dit rien de la personne', () => {
    fc.assert(
      fc.property(invitations, invitations, (i, j) => {
        const meme = { ...j, parcoursId: i.parcoursId, rendezVousId: i.rendezVousId };
        const uid = (x: Invitation) => lit(renderIcs(x)).evenement.uid;
        expect(uid(meme)).toBe(uid(i));
        expect(uid(i)).toBe(`parcours-${i.parcoursId}-rdv-${i.rendezVousId}@jalons.invalid`);
      }),
    );
  });

  test('R18 — à chaque révision le numéro de séquence croît, et l’annulation passe après la dernière convocation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (revision) => {
        const convocation = sequenceOf({ methode: 'REQUEST', revision });
        expect(sequenceOf({ methode: 'REQUEST', revision: revision + 1 })).toBeGreaterThan(convocation);
        expect(sequenceOf({ methode: 'CANCEL', revision })).toBeGreaterThan(convocation);
      }),
    );
  });

  test.each(exemples)('R18 — $nom : le fichier joint se relit', ({ donnees }) => {
    const { ics } = renderCourriel(donnees);
    if (ics === null) return;
    expect(lit(ics.contenu).calendrier.getFirstPropertyValue('method')).toBe(ics.methode);
  });

  test('R18 — seuls les messages qui portent un rendez-vous ont un fichier', () => {
    const avec = exemples.filter(({ donnees }) => renderCourriel(donnees).ics !== null);
    expect(new Set(avec.map(({ donnees }) => donnees.modele))).toEqual(
      new Set(['convocation', 'deplacement', 'annulation', 'rappel', 'demande_motif']),
    );
  });
});
