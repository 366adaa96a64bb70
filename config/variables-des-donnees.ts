import { integer, notice, text } from './champs';

const DONNEES = 'Données des personnes';

export const donnees = {
  CONSERVATION_MOIS: integer(1, 120, ' (mois)')
    .default(24)
    .meta(
      notice({
        groupe: DONNEES,
        description:
          'Mois pendant lesquels les données d’une personne restent après le dernier contact, une fois son parcours clos (R44). 24 : référentiel de la CNIL.',
      }),
    ),
  CONTACT_DROITS: text('donnez qui reçoit les demandes : un nom ou un service, et une adresse ou un numéro.')
    .optional()
    .meta(
      notice({
        groupe: DONNEES,
        description:
          'Qui reçoit les demandes d’accès, de rectification et d’effacement, tel que chaque message à une personne le dit (R46). Absente : le nom et le téléphone de sa structure.',
        exemple: 'Délégué à la protection des données, dpo@departement.example.org',
      }),
    ),
};
