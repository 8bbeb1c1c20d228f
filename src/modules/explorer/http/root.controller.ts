import { Controller, Get, Redirect } from '@nestjs/common';

/** `GET /`: whoever opens the address in a browser is led to the explorer. */
@Controller()
export class RootController {
  @Get()
  @Redirect('/explorer/', 302)
  redirect(): void {
    // The redirect is all there is.
  }
}
