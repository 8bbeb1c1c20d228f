import { Stack, Text, Title } from '@mantine/core';
import { ButtonLink } from './links';

/** For an address that leads nowhere, and for what is not there or not to be seen. */
export const NotFound = ({ what = 'There is nothing at this address.' }: { what?: string }) => (
  <Stack align="flex-start" py="xl">
    <Title order={1} size="h2">
      Not found
    </Title>
    <Text>{what} It may have another address now, or it is not for you to see.</Text>
    <ButtonLink to="/" variant="default">
      To the board
    </ButtonLink>
  </Stack>
);
