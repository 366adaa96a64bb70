import { IncomingMessage, ServerResponse, type ServerOptions } from 'node:http';
import type { Express } from 'express';

type Formes = Pick<ServerOptions, 'IncomingMessage' | 'ServerResponse'>;

/**
 * The requests and the answers of an app, built with the prototypes that express would give them afterwards. On Node 20
 * and 22, an object whose prototype was changed takes a hidden class of its own with each property added to it, and
 * only a major collection frees them (docs/decisions/0030).
 */
export function createFormes(app: Express): Formes {
  class Requete extends IncomingMessage {
    declare private readonly nominale: true;
  }
  class Reponse<R extends IncomingMessage> extends ServerResponse<R> {
    declare private readonly nominale: true;
  }
  adopt(app, 'request', Requete.prototype);
  adopt(app, 'response', Reponse.prototype);
  return { IncomingMessage: Requete, ServerResponse: Reponse };
}

/** What express hands down stays on the way; what it sets on each object is what the object has already. */
function adopt(app: Express, nom: 'request' | 'response', prototype: object): void {
  const deExpress: unknown = Reflect.get(app, nom);
  if (typeof deExpress !== 'object') throw new Error(`Express n’a plus de prototype « ${nom} ».`);
  Object.setPrototypeOf(prototype, deExpress);
  Reflect.set(app, nom, prototype);
}
