import { Page } from '../../parts/page';

const Screen = () => <Page title="Template">To be built.</Page>;

export default Screen;
