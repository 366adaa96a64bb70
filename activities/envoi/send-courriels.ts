import type { Logger } from 'pino';
import { renderCourriel } from '../../domain/courriels/rendu';
import type { DonneesCourriel } from '../../domain/courriels/donnees';
import { empreinteOf, newSecret } from '../../registre/acces/jetons';
import type { Base } from '../../registre/base';
import type { Maison } from '../../domain/courriels/dossier';
import type { Expediteur } from '../../registre/courriels/attente.prisma';
import {
  freezeOctets,
  releaseCourriel,
  takeCourriel,
  type CourrielPris,
} from '../../registre/courriels/bail.prisma';
import { checkRaison, recordIssue, type IssueEnvoi } from '../../registre/courriels/issue.prisma';
import { readLecture } from '../../registre/courriels/lecteurs.prisma';
import type { Point } from '../points';
import { composeOctets, type Adresse, type Pli, type RelaisSmtp } from './relais-smtp';
import type { ReponseRelais } from './reponse';

export type Envoi = Maison & {
  readonly base: Base;
  readonly relais: RelaisSmtp;
  readonly expediteur: Adresse;
  readonly bailSecondes: number;
  readonly logger: Logger;
  readonly point: Point;
};

/** One attempt for each courriel that is ready; the next attempt is an échéance of the courriel (house 1). */
export async function sendWaiting(envoi: Envoi, expediteur: Expediteur): Promise<number> {
  let partis = 0;
  for (;;) {
    const courriel = await takeCourriel(envoi.base, expediteur, envoi.bailSecondes);
    if (courriel === null) return partis;
    if (!(await checkRaison(envoi.base, courriel))) continue;
    const { issue, octets } = await attempt(envoi, courriel);
    await recordIssue(envoi.base, { ...courriel, octets }, issue);
    if (issue.etat === 'envoye') partis += 1;
  }
}

type Tentative = { readonly issue: IssueEnvoi; readonly octets: Uint8Array | null };

async function attempt(envoi: Envoi, courriel: CourrielPris): Promise<Tentative> {
  const pli = await prepare(envoi, courriel);
  if (pli === null) return { issue: { etat: 'refuse', reponse: 'sans_adresse' }, octets: courriel.octets };
  const reponse = await envoi.relais.send(pli, courriel.essais);
  await envoi.point('apres_smtp');
  if (reponse.classe !== 'accepte')
    envoi.logger.warn(
      { parcours: courriel.parcoursId, courriel: courriel.id, classe: reponse.classe, code: reponse.code },
      'courriel non remis',
    );
  return { issue: issueOf(reponse), octets: pli.octets };
}

/** A bug while writing a mail gives its lease back at once: nothing has left, and the fix finds it ready. */
async function prepare(envoi: Envoi, courriel: CourrielPris): Promise<Pli | null> {
  try {
    const lecture = await readLecture(envoi.base, courriel, envoi);
    if (lecture === null) return null;
    const octets = courriel.octets ?? (await freeze(envoi, courriel, lecture));
    return { de: envoi.expediteur.address, a: lecture.a.address, octets };
  } catch (erreur) {
    await releaseCourriel(envoi.base, courriel.id);
    throw erreur;
  }
}

type Lecture = NonNullable<Awaited<ReturnType<typeof readLecture>>>;

async function freeze(envoi: Envoi, courriel: CourrielPris, lecture: Lecture): Promise<Uint8Array> {
  const messageId = `<${courriel.id}@${envoi.expediteur.address.split('@')[1] ?? 'jalons.invalid'}>`;
  // R42 — the token is drawn here and nowhere else: it leaves in the mail, only its hash stays.
  const secret = lecture.offre === null ? null : newSecret();
  const octets = await composeOctets({
    rendu: renderCourriel(withLien(lecture.donnees, secret === null ? null : `${envoi.apiUrl}/r/${secret}`)),
    de: envoi.expediteur,
    a: lecture.a,
    repondreA: lecture.repondreA,
    messageId,
    date: new Date(lecture.donnees.ecritA),
  });
  const lien =
    lecture.offre === null || secret === null ? null : { ...lecture.offre, empreinte: empreinteOf(secret) };
  await freezeOctets(envoi.base, courriel.id, messageId, octets, lien);
  return octets;
}

/** Only the modèles that offer an answer show it. */
function withLien(donnees: DonneesCourriel, lienReponse: string | null): DonneesCourriel {
  return lienReponse === null ? donnees : ({ ...donnees, lienReponse } as DonneesCourriel);
}

function issueOf(reponse: ReponseRelais): IssueEnvoi {
  switch (reponse.classe) {
    case 'accepte':
      return { etat: 'envoye' };
    case 'adresse_refusee':
      return { etat: 'refuse', reponse: reponse.code };
    case 'contenu_refuse':
      return { etat: 'contenu_refuse', reponse: reponse.code };
    case 'temporaire':
    case 'inconnue':
    case 'configuration':
      return { etat: 'a_envoyer', reponse: reponse.code, attenteMinutes: reponse.attenteMinutes };
  }
}
