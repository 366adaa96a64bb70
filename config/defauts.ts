export const PORT_POSTGRES = 5433;
/** Where `npm start` puts the database: the commands and `npx prisma migrate dev` find it there, on another port too. */
export const adresseDeDeveloppement = (port: number | string = PORT_POSTGRES) =>
  `postgresql://postgres:jalons@127.0.0.1:${port}/jalons`;
export const EXPEDITEUR_DE_DEMONSTRATION = 'Jalons <ne-pas-repondre@jalons.example.org>';
