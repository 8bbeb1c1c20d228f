import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Answered } from '../../parts/answered';
import { RouteDialog, useBack } from '../../parts/route-dialog';
import { useInitiative } from '../initiative/questions';
import { Cannot } from './cannot';
import { DecideForm } from './decide-form';
import { outcomeNamed } from './outcomes';
import { standingOf } from './standing';

/** Records what is decided at a gate, over the screen of the initiative. */
const Screen = () => {
  const { initiativeKey } = useParams({ from: '/i/$initiativeKey/decide' });
  const { outcome } = useSearch({ from: '/i/$initiativeKey/decide' });
  const answer = useInitiative(initiativeKey);
  const [dirty, setDirty] = useState(false);
  const back = useBack();
  return (
    <RouteDialog title={`Gate decision · ${initiativeKey}`} dirty={dirty} onClose={back}>
      <Answered to={answer}>
        {({ initiativeByKey: initiative, viewer }) => {
          if (!initiative?.gate) {
            return <p>It stands at no gate; there is nothing to decide.</p>;
          }
          const standing = standingOf(initiative, viewer.user.id);
          // Whoever has typed something keeps it, whatever has changed meanwhile.
          return standing.mayDecide || standing.mayVote || dirty ? (
            <DecideForm
              initiative={initiative}
              standing={standing}
              viewerId={viewer.user.id}
              wanted={outcomeNamed(outcome)}
              onTyped={setDirty}
              onDone={back}
            />
          ) : (
            <Cannot initiative={initiative} />
          );
        }}
      </Answered>
    </RouteDialog>
  );
};

export default Screen;
