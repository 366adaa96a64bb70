import { notice, choice, integer, mailbox, port, text } from './champs';
import { EXPEDITEUR_DE_DEMONSTRATION } from './defauts';

const COURRIEL = 'Courriels';

export const courriel = {
  SMTP_HOST: text('donnez le nom du relais de messagerie.')
    .default('127.0.0.1')
    .meta(
      notice({
        groupe: COURRIEL,
        description: 'Relais de messagerie. Par défaut la boîte de démonstration.',
      }),
    ),
  SMTP_PORT: port()
    .default(2525)
    .meta(notice({ groupe: COURRIEL, description: 'Port du relais de messagerie.' })),
  SMTP_SECURITE: choice(['aucune', 'starttls', 'tls'])
    .default('aucune')
    .meta(
      notice({
        groupe: COURRIEL,
        description: 'Chiffrement de la liaison avec le relais. « aucune » n’est admise que hors production.',
      }),
    ),
  SMTP_UTILISATEUR: text('donnez le nom d’utilisateur du relais.')
    .optional()
    .meta(
      notice({ groupe: COURRIEL, description: 'Compte du relais, s’il en demande un.', exemple: 'jalons' }),
    ),
  SMTP_MOT_DE_PASSE: text('donnez le mot de passe du relais.')
    .optional()
    .meta(notice({ groupe: COURRIEL, description: 'Mot de passe de ce compte.', exemple: 'a-remplacer' })),
  COURRIEL_EXPEDITEUR: mailbox()
    .default(EXPEDITEUR_DE_DEMONSTRATION)
    .meta(notice({ groupe: COURRIEL, description: 'Expéditeur des courriels. À donner en production.' })),
  COURRIELS_PAR_SECONDE: integer(1, 1000)
    .default(50)
    .meta(notice({ groupe: COURRIEL, description: 'Débit d’envoi à ne pas dépasser.' })),
  SMTP_CONNEXIONS: integer(1, 50)
    .default(3)
    .meta(
      notice({
        groupe: COURRIEL,
        description:
          'Connexions ouvertes à la fois vers le relais, par worker : autant de courriels à la fois.',
      }),
    ),
  COURRIELS_PAR_DOMAINE: integer(1, 50)
    .default(2)
    .meta(
      notice({
        groupe: COURRIEL,
        description:
          'De ces courriels, combien au plus vers un même domaine (la partie après l’arobase), par worker. Un fournisseur qui répond 421 fait en outre attendre les siens une minute.',
      }),
    ),
  COURRIELS_PAR_DOMAINE_ET_MINUTE: integer(0, 10_000)
    .default(0)
    .meta(
      notice({
        groupe: COURRIEL,
        description:
          'Courriels par minute vers un même domaine, par worker, quand un fournisseur le demande : les suivants partent une minute plus tard. 0 : sans borne.',
      }),
    ),

  COURRIEL_BAIL: integer(1, 3600, ' secondes')
    .default(150)
    .meta(
      notice({
        groupe: COURRIEL,
        description:
          'Secondes pendant lesquelles un envoi garde son courriel ; au-delà, son expéditeur est tenu pour mort et un autre le reprend. Plus de 100 en production : la somme des délais d’attente du relais et du tour.',
      }),
    ),
};
