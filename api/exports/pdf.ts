import path from 'node:path';
import PDFDocument from 'pdfkit';
import { typographie } from '../../domain/courriels/balisage';
import type { Bloc } from './personne-dite';

/** Names are written in every alphabet: the fonts of PDF itself know one. */
const POLICES = path.join(path.dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
const MARGE = 56;
const STYLES = {
  titre: { balise: 'H1', police: 'gras', corps: 18, avant: 0 },
  chapitre: { balise: 'H2', police: 'gras', corps: 13, avant: 18 },
  rubrique: { balise: 'H3', police: 'gras', corps: 11, avant: 10 },
  paragraphe: { balise: 'P', police: 'romain', corps: 10, avant: 6 },
} as const;

type Document = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

/** A tagged A4 document, which a screen reader follows; its pages are numbered. */
export async function renderPdf(blocs: readonly Bloc[], titre: string, creeLe: Date): Promise<Buffer> {
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: MARGE, bufferPages: true, lang: 'fr-FR', displayTitle: true },
    ...{ tagged: true, pdfVersion: '1.7', info: { Title: titre, Creator: 'Jalons', CreationDate: creeLe } },
  });
  doc.registerFont('romain', path.join(POLICES, 'DejaVuSans.ttf'));
  doc.registerFont('gras', path.join(POLICES, 'DejaVuSans-Bold.ttf'));
  const racine = doc.struct('Document');
  doc.addStructure(racine);
  for (const bloc of blocs) append(doc, racine, bloc);
  racine.end();
  numberPages(doc);
  doc.end();
  const morceaux: Buffer[] = [];
  for await (const morceau of doc) morceaux.push(morceau as Buffer);
  return Buffer.concat(morceaux);
}

function append(doc: Document, racine: Structure, bloc: Bloc): void {
  if (bloc.genre === 'fiche') {
    for (const [nom, valeur] of bloc.lignes) appendLigne(doc, racine, nom, valeur);
  } else if (bloc.genre === 'liste') {
    const liste = doc.struct('L');
    racine.add(liste);
    for (const point of bloc.points) appendPoint(doc, liste, point);
    liste.end();
  } else {
    const { balise, police, corps, avant } = STYLES[bloc.genre];
    racine.add(
      doc.struct(balise, {}, () => {
        doc.y += avant;
        // A heading does not stay alone at the foot of a page.
        if (balise !== 'P' && doc.y > doc.page.height - MARGE - 60) doc.addPage();
        doc.font(police).fontSize(corps).text(typographie(bloc.texte));
      }),
    );
  }
}

function appendLigne(doc: Document, racine: Structure, nom: string, valeur: string): void {
  racine.add(
    doc.struct('P', {}, () => {
      doc.y += 2;
      doc
        .font('gras')
        .fontSize(10)
        .text(typographie(`${nom} : `), { continued: true });
      doc.font('romain').text(typographie(valeur));
    }),
  );
}

function appendPoint(doc: Document, liste: Structure, point: string): void {
  const corps = doc.struct('LBody', {}, () => {
    doc.y += 3;
    doc
      .font('romain')
      .fontSize(10)
      .text(typographie(`– ${point}`), { indent: 0 });
  });
  liste.add(doc.struct('LI', {}, [corps]));
}

function numberPages(doc: Document): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // Below the margin, where text would otherwise open a page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc
      .font('romain')
      .fontSize(8)
      .text(`${page + 1} / ${count}`, MARGE, doc.page.height - 36, { align: 'right' });
    doc.endMarkedContent();
  }
}
