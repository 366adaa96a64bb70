import { createRelaisSmtp } from '../../activities/envoi/relais-smtp';
import { readReglagesSmtp } from '../../config/reglages-smtp';
import type { Configuration } from '../../config/configuration';
import { natureOf, rouge, vert, type Constat } from './constat';

/** The whole handshake with the relay, the account included; nothing is sent. */
export async function examineCourriels(config: Configuration): Promise<Constat> {
  const { SMTP_HOST, SMTP_PORT, SMTP_SECURITE, SMTP_UTILISATEUR } = config;
  const lieu = `${SMTP_HOST}:${SMTP_PORT}`;
  const relais = createRelaisSmtp(readReglagesSmtp(config));
  try {
    await relais.verify();
    const chiffre = SMTP_SECURITE === 'aucune' ? 'sans chiffrement' : SMTP_SECURITE;
    const compte = SMTP_UTILISATEUR === undefined ? 'sans compte' : 'compte accepté';
    return vert('Relais SMTP', `${lieu} accueille, ${chiffre}, ${compte}`);
  } catch (erreur) {
    return rouge('Relais SMTP', `${lieu} : ${natureOf(erreur)}`, remedeOf(erreur));
  } finally {
    relais.close();
  }
}

/** nodemailer's codes; what is about the certificate is only in its sentence. */
function remedeOf(erreur: unknown): string {
  const { code, message } = erreur as { code?: unknown; message?: unknown };
  const dit = String(message);
  if (code === 'EAUTH') return 'Le compte est refusé : SMTP_UTILISATEUR et SMTP_MOT_DE_PASSE.';
  if (/certificate|altnames|self.signed/i.test(dit))
    return 'Le certificat du relais n’est pas reconnu : donnez à SMTP_HOST le nom qu’il porte, ou son autorité à NODE_EXTRA_CA_CERTS.';
  if (code === 'ETLS' || /STARTTLS|wrong version number|ssl/i.test(dit))
    return 'Le chiffrement ne s’établit pas : SMTP_SECURITE vaut « tls » (port 465) ou « starttls » (port 587) selon le relais.';
  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(dit))
    return 'Ce nom ne se résout pas : corrigez SMTP_HOST, ou le DNS de cette machine.';
  if (dit.includes('ECONNREFUSED'))
    return 'Personne n’écoute là : corrigez SMTP_HOST et SMTP_PORT, ou démarrez le relais.';
  return 'Le relais n’a pas fini la poignée de main : pare-feu, port bloqué par l’hébergeur, ou relais arrêté.';
}
