import type { Instant } from '../temps/instant';
import { uneLigne } from './une-ligne';

/** What a calendar needs to know of an appointment. */
export type Invitation = {
  readonly methode: 'REQUEST' | 'CANCEL';
  readonly parcoursId: string;
  readonly rendezVousId: number;
  readonly revision: number;
  readonly ecritA: Instant;
  readonly debut: Instant;
  readonly fin: Instant;
  readonly resume: string;
  readonly lieu: string;
  readonly lignes: readonly string[];
  readonly url: string | null;
  readonly organisateur: Contact;
  readonly invite: Contact | null;
};

type Contact = { readonly nom: string; readonly courriel: string };

/** RFC 5545 and 5546 — one VEVENT in UTC, whose UID never changes and whose SEQUENCE only grows. */
export function renderIcs(i: Invitation): string {
  const annule = i.methode === 'CANCEL';
  const lignes = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jalons//Rendez-vous//FR',
    'CALSCALE:GREGORIAN',
    `METHOD:${i.methode}`,
    'BEGIN:VEVENT',
    `UID:${uidOf(i)}`,
    `SEQUENCE:${sequenceOf(i)}`,
    `DTSTAMP:${utc(i.ecritA)}`,
    `DTSTART:${utc(i.debut)}`,
    `DTEND:${utc(i.fin)}`,
    `STATUS:${annule ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${annule ? 'TRANSPARENT' : 'OPAQUE'}`,
    'CLASS:PRIVATE',
    `SUMMARY:${texte(i.resume)}`,
    `LOCATION:${texte(i.lieu)}`,
    `DESCRIPTION:${i.lignes.map(texte).join('\\n')}`,
    ...(i.url === null ? [] : [`URL:${uneLigne(i.url)}`]),
    `ORGANIZER;CN=${parametre(i.organisateur.nom)}:${mailto(i.organisateur.courriel)}`,
    ...(i.invite === null
      ? []
      : [
          `ATTENDEE;CN=${parametre(i.invite.nom)};ROLE=REQ-PARTICIPANT;RSVP=FALSE:${mailto(i.invite.courriel)}`,
        ]),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return renderLignes(lignes);
}

/** Folded as calendars want them. */
function renderLignes(lignes: readonly string[]): string {
  return lignes.map((ligne) => `${fold(ligne)}\r\n`).join('');
}

/** An appointment as its référent's own calendar shows it: when and where; who, Jalons tells. */
export type RendezVousDuFlux = Pick<
  Invitation,
  'parcoursId' | 'rendezVousId' | 'revision' | 'ecritA' | 'debut' | 'fin' | 'lieu'
> & { readonly url: string };

/** A calendar to subscribe to: no name, no reason; the same UID as in the letters, so that nothing shows twice. */
export function renderFlux(rendezVous: readonly RendezVousDuFlux[]): string {
  return renderLignes([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jalons//Agenda//FR',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Jalons',
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    'X-PUBLISHED-TTL:PT15M',
    ...rendezVous.flatMap((r) => [
      'BEGIN:VEVENT',
      `UID:${uidOf(r)}`,
      `SEQUENCE:${sequenceOf({ methode: 'REQUEST', revision: r.revision })}`,
      `DTSTAMP:${utc(r.ecritA)}`,
      `DTSTART:${utc(r.debut)}`,
      `DTEND:${utc(r.fin)}`,
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'CLASS:PRIVATE',
      'SUMMARY:Rendez-vous',
      `LOCATION:${texte(r.lieu)}`,
      `URL:${uneLigne(r.url)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]);
}

/** Opaque and stable: a move replaces the event in the person's calendar instead of adding one. */
function uidOf({ parcoursId, rendezVousId }: Pick<Invitation, 'parcoursId' | 'rendezVousId'>): string {
  return `parcours-${parcoursId.replace(/[^\w-]/g, '')}-rdv-${rendezVousId}@jalons.invalid`;
}

/** RFC 5546 3.2.5 — a cancellation outranks the last request. */
export function sequenceOf({ methode, revision }: Pick<Invitation, 'methode' | 'revision'>): number {
  return methode === 'CANCEL' ? revision : revision - 1;
}

function utc(instant: Instant): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** RFC 5545 3.3.11. */
function texte(valeur: string): string {
  return uneLigne(valeur).replace(/[\\;,]/g, '\\$&');
}

/** RFC 5545 3.2 — a quoted parameter holds no double quote; `\\` and `^` are read as escapes by some (RFC 6868). */
function parametre(valeur: string): string {
  return `"${uneLigne(valeur.replaceAll('"', '’').replace(/[\\^]/g, ' '))}"`;
}

function mailto(courriel: string): string {
  return `mailto:${encodeURIComponent(uneLigne(courriel)).replaceAll('%40', '@').replaceAll('%2B', '+')}`;
}

const OCTETS_PAR_LIGNE = 75;

/** RFC 5545 3.1 — at most 75 octets a line, the leading space of a continuation included; no character is cut. */
function fold(ligne: string): string {
  let pliee = '';
  let octets = 0;
  for (const caractere of ligne) {
    const taille = octetsOf(caractere.codePointAt(0) ?? 0);
    if (octets + taille > OCTETS_PAR_LIGNE) {
      pliee += '\r\n ';
      octets = 1;
    }
    pliee += caractere;
    octets += taille;
  }
  return pliee;
}

function octetsOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
