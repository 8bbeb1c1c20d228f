import { Skeleton } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { Answered } from '../../parts/answered';
import { NotFound } from '../../parts/not-found';
import classes from './board.module.css';
import { BoardOf } from './board-of';
import { useBoard } from './board-query';
import { useView } from './view';

const Board = () => {
  const { portfolioKey } = useParams({ from: '/p/$portfolioKey/board' });
  const { view } = useView();
  const answer = useBoard(portfolioKey, view.statuses);
  return (
    <Answered to={answer} skeleton={<Lanes />}>
      {(board) =>
        board ? (
          <BoardOf key={portfolioKey} portfolioKey={portfolioKey} board={board} />
        ) : (
          <NotFound what={`There is no portfolio ${portfolioKey}.`} />
        )
      }
    </Answered>
  );
};

const Lanes = () => (
  <div className={classes.columns}>
    {['a', 'b', 'c', 'd'].map((lane) => (
      <Skeleton key={lane} h={420} />
    ))}
  </div>
);

export default Board;
