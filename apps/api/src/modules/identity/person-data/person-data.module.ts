import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '../identity.module.js';
import { AccountPersonData } from './account-person-data.repository.js';
import { PersonData } from './person-data.js';
import { SignInPersonData } from './sign-in-person-data.repository.js';

/** What is kept of people, by every module. Global, because each of them says what it keeps. */
@Global()
@Module({ imports: [IdentityModule], providers: [AccountPersonData, PersonData, SignInPersonData], exports: [AccountPersonData, PersonData] })
export class PersonDataModule {}
