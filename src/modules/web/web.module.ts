import { Module } from '@nestjs/common';
import { WebController } from './http/web.controller.js';

@Module({ controllers: [WebController] })
export class WebModule {}
