import { defineTexts } from './translate.js';

/** The ten segments of the recency × frequency map, by `segment.<id>`. */
export const segmentNames = defineTexts({
  fr: {
    'segment.champions': 'Champions',
    'segment.loyal_customers': 'Fidèles',
    'segment.potential_loyalists': 'Fidèles potentiels',
    'segment.new_customers': 'Nouveaux',
    'segment.promising': 'Prometteurs',
    'segment.need_attention': 'À suivre',
    'segment.about_to_sleep': 'Sur le point de partir',
    'segment.at_risk': 'À risque',
    'segment.cant_lose': 'À ne pas perdre',
    'segment.hibernating': 'En sommeil',
  },
  en: {
    'segment.champions': 'Champions',
    'segment.loyal_customers': 'Loyal customers',
    'segment.potential_loyalists': 'Potential loyalists',
    'segment.new_customers': 'New customers',
    'segment.promising': 'Promising',
    'segment.need_attention': 'Need attention',
    'segment.about_to_sleep': 'About to sleep',
    'segment.at_risk': 'At risk',
    'segment.cant_lose': "Can't lose",
    'segment.hibernating': 'Hibernating',
  },
});
