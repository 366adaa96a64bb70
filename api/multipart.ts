import { ProblemeLeve, problemeOf } from './probleme';

const ENTETES_MAX = 4_096;

/**
 * The first file of a form, byte after byte as the request brings it: nobody holds it whole. Null when there is
 * none, or an empty one without a name. What comes before it is left aside, what comes after is not read.
 */
export async function readFichier(
  octets: AsyncIterable<Uint8Array>,
  typeDuCorps: string,
): Promise<AsyncIterable<Uint8Array> | null> {
  const [, entre, nu] =
    /^multipart\/form-data;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(typeDuCorps) ?? [];
  const frontiere = entre ?? nu;
  if (frontiere === undefined) throw new ProblemeLeve(problemeOf('type_refuse'));
  const lecture: Lecture = { source: octets[Symbol.asyncIterator](), tampon: Buffer.from('\r\n') };
  const delimiteur = Buffer.from(`\r\n--${frontiere}`);
  for (;;) {
    await pass(until(lecture, delimiteur));
    if ((await take(lecture, 2)) !== '\r\n') return null;
    const entetes = await takeEntetes(lecture);
    const [, nom] = /^content-disposition:.*?\bfilename="((?:[^"\\]|\\.)*)"/im.exec(entetes) ?? [];
    if (nom !== undefined) return nom === '' ? null : until(lecture, delimiteur);
  }
}

type Lecture = { readonly source: AsyncIterator<Uint8Array>; tampon: Buffer };

async function fill(lecture: Lecture): Promise<void> {
  const lu = await lecture.source.next();
  if (lu.done === true) throw new ProblemeLeve(problemeOf('requete_illisible'));
  lecture.tampon = Buffer.concat([lecture.tampon, lu.value]);
}

/** All that stands before the delimiter; it may lie across two pieces. */
async function* until(lecture: Lecture, delimiteur: Buffer): AsyncGenerator<Uint8Array> {
  for (;;) {
    const ou = lecture.tampon.indexOf(delimiteur);
    const sur = ou === -1 ? Math.max(0, lecture.tampon.length - delimiteur.length + 1) : ou;
    if (sur > 0) yield lecture.tampon.subarray(0, sur);
    lecture.tampon = lecture.tampon.subarray(ou === -1 ? sur : ou + delimiteur.length);
    if (ou !== -1) return;
    await fill(lecture);
  }
}

async function pass(octets: AsyncGenerator<Uint8Array>): Promise<void> {
  while ((await octets.next()).done !== true);
}

async function take(lecture: Lecture, combien: number): Promise<string> {
  while (lecture.tampon.length < combien) await fill(lecture);
  const pris = lecture.tampon.subarray(0, combien).toString('latin1');
  lecture.tampon = lecture.tampon.subarray(combien);
  return pris;
}

async function takeEntetes(lecture: Lecture): Promise<string> {
  for (;;) {
    const ou = lecture.tampon.indexOf('\r\n\r\n');
    if (ou !== -1) return take(lecture, ou + 4);
    if (lecture.tampon.length > ENTETES_MAX) throw new ProblemeLeve(problemeOf('requete_illisible'));
    await fill(lecture);
  }
}
