import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '../identity.module.js';
import { AccountPersonData } from './account-person-data.repository.js';
import { PersonData } from './person-data.js';

/** What is kept of people, by every module. Global, because each of them says what it keeps. */
@Global()
@Module({ imports: [IdentityModule], providers: [AccountPersonData, PersonData], exports: [AccountPersonData, PersonData] })
export class PersonDataModule {}
