import { applyDecorators, createParamDecorator, HttpCode, RequestMapping, RequestMethod, SetMetadata, UseGuards, UseInterceptors, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { InputOf, Route } from '@kepu/contracts';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../auth/actor.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { parseInput } from './input.js';
import { readUpload, type Upload } from './upload.js';

/** Where a handler's route descriptor is kept; guard, interceptors and gates read it here. */
export const ROUTE = Symbol('kepu:route');
/** Where the names of a handler's input parameters are kept, so that a gate can prove that input is validated. */
export const INPUT = Symbol('kepu:input');

/** What the guard leaves on the request. */
export interface KepuRequest extends FastifyRequest { kepuActor?: Actor; kepuRoute?: Route }

const methods = { GET: RequestMethod.GET, POST: RequestMethod.POST, PATCH: RequestMethod.PATCH, DELETE: RequestMethod.DELETE } as const;

/** Refuses what the route does not declare, where the handler itself takes nothing and so would look at nothing. A guard, since it costs less than an interceptor and runs after the one that knows who asks. */
const nothingStray = (route: Route): CanActivate => ({
  canActivate(context) {
    parseInput(route, context.switchToHttp().getRequest<KepuRequest>());
    return true;
  },
});

/** Binds a handler to a route of the contracts: method, path, status, what the guard demands, and that its input is checked whether or not the handler takes it with `@Input`. */
export const ContractRoute = (route: Route): MethodDecorator => (target, key, descriptor) => {
  // Decorators of parameters have run by now, so that whatever has `@Input` is parsed once.
  const taken = Reflect.getMetadata(INPUT, descriptor.value as object) === true;
  applyDecorators(
    RequestMapping({ method: methods[route.method], path: route.path }), HttpCode(route.status ?? 200), SetMetadata(ROUTE, route),
    // Only where it can matter: an interceptor costs every request that passes it.
    ...(route.repeatable ? [UseInterceptors(IdempotencyInterceptor)] : []),
    ...(taken ? [] : [UseGuards(nothingStray(route))]),
  )(target, key, descriptor);
};

/** The validated parameters, query and body of the handler's route. Errors: `input.invalid` with every field at once. */
export const Input: <R extends Route>(route: R) => ParameterDecorator = (route) => (target, key, index) => {
  if (key) Reflect.defineMetadata(INPUT, true, (target as Record<string | symbol, object>)[key] ?? {});
  inputParameter(route)(target, key, index);
};
const inputParameter = createParamDecorator((route: Route, context: ExecutionContext) =>
  parseInput(route, context.switchToHttp().getRequest<KepuRequest>()));
/** What `@Input(route)` gives. */
export type Given<R extends Route> = InputOf<R>;

/** Who acts. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<KepuRequest>().kepuActor;
  if (!actor) throw new Error('The guard did not run before this handler');
  return actor;
});

/** The file of a multipart request, read within the route's limit. */
export const UploadedFile = createParamDecorator((route: Route, context: ExecutionContext): Promise<Upload> =>
  readUpload(route, context.switchToHttp().getRequest<KepuRequest>()));
