import type { Configuration } from './configuration';

/** What the environment says of the relay, in the form that whoever sends expects. */
export function readReglagesSmtp(config: Configuration) {
  return {
    host: config.SMTP_HOST,
    port: config.SMTP_PORT,
    securite: config.SMTP_SECURITE,
    utilisateur: config.SMTP_UTILISATEUR ?? null,
    motDePasse: config.SMTP_MOT_DE_PASSE ?? null,
    connexions: config.SMTP_CONNEXIONS,
    parDomaine: config.COURRIELS_PAR_DOMAINE,
    parDomaineEtMinute: config.COURRIELS_PAR_DOMAINE_ET_MINUTE,
    expediteur: parseExpediteur(config.COURRIEL_EXPEDITEUR),
  };
}

/** `Nom <adresse>` or an address alone. */
function parseExpediteur(texte: string): { readonly name: string; readonly address: string } {
  const [, name = '', address = texte] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(texte) ?? [];
  return { name: name === '' ? 'Jalons' : name, address };
}
